import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBin } from './built.ts';
import { imagine, scratch } from './process.ts';
import { readFolder, withoutSecrets } from './run.ts';
import { type Dialogue, keys, type Step, talk } from './terminal/dialogue.ts';

let built: ReturnType<typeof buildBin>;
let folder: ReturnType<typeof scratch>;
beforeAll(() => {
  built = buildBin();
  folder = scratch();
});
afterAll(() => {
  built.remove();
  folder.remove();
});

const quick = ['--offline', '--skip-install', '--skip-git'];
const { enter, down } = keys;
const manifest = { scripts: { start: 'node main.js' }, dependencies: { express: '^5.0.0' } };

/** Makes the same project twice, and has the same dialogue with both doors. */
function both(
  name: string,
  make: (path: string) => void,
  words: readonly string[],
  steps: readonly Step[],
): { told: Dialogue; path: string }[] {
  const [generator = 'app', ...rest] = words;
  return [
    [built.bin, generator],
    [...built.yo, `imagine:${generator}`],
  ].map((door, at) => {
    const path = join(folder.path, `${name}-${at}`, 'shop');
    mkdirSync(path, { recursive: true });
    make(path);
    return { told: talk(path, [...door, ...rest, ...quick], steps), path };
  });
}

/** What was written is the same, and so is what was asked and told of it. */
function expectAlike([bin, yo]: { told: Dialogue; path: string }[]): string {
  const [one, two] = [bin, yo].map((each) => withoutSecrets(readFolder(each?.path ?? '')));
  expect(two).toEqual(one);
  const lines = (each: typeof bin) => each?.told.text.match(/^ {2}\S.*$|^The same again.*$/gm);
  const named = (each: typeof bin) => each?.path.replace(/\/shop$/, '') ?? '';
  expect(lines(yo)?.join('\n').replaceAll(named(yo), '')).toEqual(
    lines(bin)?.join('\n').replaceAll(named(bin), ''),
  );
  expect(yo?.told.code).toBe(bin?.told.code);
  return yo?.told.text ?? '';
}

const newApp: Step[] = [
  { wait: 'Name of the app', type: enter },
  { wait: 'Framework', type: enter },
  { wait: 'Package manager', type: enter },
  { wait: '--database sqlite', type: down + enter },
  { wait: 'Cache', type: enter },
  { wait: 'Monitoring', type: enter },
  { wait: 'Dashboards', type: enter },
];

test('a new app: the summary, the difference, one question', () => {
  const last = [
    { wait: 'Write these', type: down + enter },
    { wait: '+++ b/package.json', type: '' },
    { wait: 'Write these', type: enter },
  ];
  const text = expectAlike(both('new', () => undefined, ['app'], [...newApp, ...last]));
  expect(text).toMatch(/shop: a new app, Node\.js, Express, in /);
  expect(text).toContain('--database postgresql');
});

test('whoever stops has nothing written, and is told so in a line', () => {
  const steps = [{ wait: 'Name of the app', type: keys.stop }];
  for (const { told, path } of both('stopped', () => undefined, ['app'], steps)) {
    expect(told).toMatchObject({ code: 1, text: expect.stringContaining('nothing was written') });
    expect(told.text).not.toMatch(/\n\s+at /);
    expect(readFolder(path)).toEqual({});
  }
});

test("a file in the way: its difference, git's markers", () => {
  const make = (path: string): void => {
    imagine(path, ['.', '--name', 'shop', '--defaults', ...quick]);
    const base = join(path, '.imagine/base.json');
    const older = { ...JSON.parse(readFileSync(base, 'utf8')), Procfile: 'web: older\n' };
    writeFileSync(base, `${JSON.stringify(older, undefined, 2)}\n`);
    writeFileSync(join(path, 'Procfile'), 'web: mine\n');
  };
  const steps = [
    { wait: 'Procfile is in the way', type: down.repeat(3) + enter },
    { wait: '-web: mine', type: down.repeat(2) + enter },
    { wait: 'Write these', type: enter },
  ];
  const ends = both('merged', make, ['processes'], steps);
  expectAlike(ends);
  expect(readFileSync(join(ends[1]?.path ?? '', 'Procfile'), 'utf8')).toMatch(
    /^<{7}.*\nweb: mine\n/,
  );
});

test('which app of a monorepo, and what was found there, with a correction', () => {
  const make = (path: string): void => {
    writeFileSync(join(path, 'package.json'), '{ "workspaces": ["apps/*"] }\n');
    for (const name of ['api', 'shop']) {
      const app = join(path, 'apps', name);
      mkdirSync(app, { recursive: true });
      writeFileSync(join(app, 'package.json'), JSON.stringify({ name, ...manifest }));
      cpSync(join(import.meta.dirname, 'fixtures/express-plain/src'), join(app, 'src'), {
        recursive: true,
      });
      writeFileSync(join(app, 'main.js'), "require('./src/server.js');\n");
    }
  };
  const steps = [
    { wait: 'Which app of this monorepo', type: down + enter },
    { wait: 'Is that right', type: down + enter },
    { wait: 'language is', type: enter },
    { wait: 'Is that right', type: enter },
    { wait: 'Write these', type: enter },
  ];
  const ends = both('monorepo', make, ['docker'], steps);
  const text = expectAlike(ends);
  expect(text).toContain('The same again: imagine docker apps/shop ');
  expect(Object.keys(readFolder(join(ends[1]?.path ?? '', 'apps/shop')))).toContain('Dockerfile');
});
