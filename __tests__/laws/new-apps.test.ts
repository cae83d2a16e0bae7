import { run, six, type Texts, withoutSecrets } from '../run.ts';
import { choices, refusal, titleOf } from './choices.ts';
import { dangling } from './dangling.ts';
import { lost } from './lost.ts';

describe.each(choices.map((choice) => [titleOf(choice), choice] as const))('%s', (_, choice) => {
  let app: Texts;
  beforeAll(async () => {
    app = await run({}, 'app', choice);
  });

  test('the choice can be', () => expect(refusal(choice)).toBeUndefined());

  test('a second run changes nothing, with the same words or with none', async () => {
    expect(await run(app, 'app', choice)).toEqual(app);
    expect(await run(app, 'app')).toEqual(app);
  });

  test.each(six)('%s alone changes nothing', async (generator) => {
    expect(await run(app, generator)).toEqual(app);
  });

  test('nothing dangles', () => expect(dangling(app)).toEqual([]));

  test('no secret is in a file that git tracks', () => {
    const secrets = [...(app['.env'] ?? '').matchAll(/=([\w-]{64})$/gm)].map(
      ([, value]) => value ?? '',
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const [path, text] of Object.entries(app)) {
      if (path !== '.env') expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
    const other = withoutSecrets(app)['.env'];
    expect(other).not.toBe(app['.env']);
  });
});

describe.each(['express', 'django'])('%s in a folder that its host made', (stack) => {
  const before: Texts = {
    'README.md': '# Hello\n\nThe best shop.\n',
    LICENSE: 'MIT\n',
    '.gitignore': 'dist\nnode_modules\n.env\n__pycache__\n',
    '.gitattributes': '* text=auto\n',
    '.editorconfig': 'root = true\n',
    '.vscode/settings.json': '{}\n',
  };
  const answers = { stack };
  let app: Texts;
  beforeAll(async () => {
    app = await run(before, 'app', answers);
  });

  test('no line of its files is lost', () => expect(lost(before, app)).toEqual([]));

  test('a second run, and each concern alone, change nothing', async () => {
    for (const generator of ['app', ...six]) expect(await run(app, generator)).toEqual(app);
  });

  test('another database and back leave its lines, and end where they began', async () => {
    const other = await run(app, 'app', { database: 'postgresql' });
    expect(other['.env.example']).not.toEqual(app['.env.example']);
    expect(lost(before, other)).toEqual([]);
    const { '.env': _, ...back } = await run(other, 'app', { database: 'sqlite' });
    expect({ '.env': app['.env'], ...back }).toEqual(app);
  });
});

test('two apps never share a secret', async () => {
  const [one, two] = [await run({}, 'app'), await run({}, 'app')];
  expect(one['.env']).not.toBe(two['.env']);
  expect(withoutSecrets(one)).toEqual(withoutSecrets(two));
});
