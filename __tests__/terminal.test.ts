import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBin } from './built.ts';
import { imagine, scratch } from './process.ts';
import { readFolder, withoutSecrets } from './run.ts';
import { keys, type Step, talk } from './terminal/dialogue.ts';

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
const existing = join(import.meta.dirname, 'fixtures/express-plain');
const { enter, down } = keys;
const color = /␛\[(?:\d+;)*(?:3[1-7]|9[0-7])m/;

function place(name: string, from?: string): string {
  const path = join(folder.path, name);
  if (from) cpSync(from, path, { recursive: true });
  else mkdirSync(path);
  return path;
}

/** What is typed, after what. */
const steps = (typed: Readonly<Record<string, string>>): Step[] =>
  Object.entries(typed).map(([wait, type]) => ({ wait, type }));

const newApp = {
  'Name of the app': enter,
  Framework: enter,
  'Package manager': enter,
  '--database sqlite': down + enter,
  Cache: enter,
  Monitoring: enter,
  Dashboards: enter,
};

test('a new app is asked for, summed up, and told as a command that does the same', () => {
  const [one, two] = [place('one'), place('two')];
  const told = talk(one, [built.bin, 'shop', ...quick], steps({ ...newApp, 'Write these': enter }));
  expect(told.code).toBe(0);
  expect(told.text).toContain('--database postgresql');
  expect(told.text).not.toMatch(/poetry|gunicorn/i);
  expect(told.text).toMatch(/shop: a new app, Node\.js, Express, in .*\n {2}files: \d+ new\n/);
  const [, command = ''] = /The same again: imagine (.*)/.exec(joined(told.text)) ?? [];
  expect(imagine(two, [...command.trim().split(' '), ...quick])).toMatchObject({ code: 0 });
  const [asked, said] = [one, two].map((path) => withoutSecrets(readFolder(join(path, 'shop'))));
  expect(said).toEqual(asked);
  expect(asked?.['package.json']).toContain('"pg"');
});

/** Lines that a terminal of 80 columns broke are whole again. */
const joined = (text: string): string => text.replaceAll(/(.{80})\n(?=\S)/g, '$1');

test('whoever stops, at a question or at the last one, has nothing written', () => {
  const path = place('stopped');
  const first = talk(path, [built.bin, 'shop', ...quick], steps({ 'Name of': keys.stop }));
  expect(first).toMatchObject({ code: 1, text: expect.stringContaining('nothing was written') });
  const last = talk(
    path,
    [built.bin, 'shop', ...quick],
    steps({ ...newApp, 'Write these': down + down + enter }),
  );
  expect(last).toMatchObject({ code: 1, text: expect.stringContaining('nothing was written') });
  expect(readFolder(path)).toEqual({});
});

test('a name that can not be is asked again', () => {
  const typed = { 'Name of': `A B${enter}`, "can't be": keys.stop };
  const words = [built.bin, 'shop', ...quick];
  const told = talk(place('name'), words, steps(typed), { NO_COLOR: '1' });
  expect(told.text).toMatch(/--name can't be .*lower-case letters/);
  expect(told.raw).not.toMatch(color);
});

const seeing: Step[] = [
  { wait: 'Is that right', type: enter },
  { wait: 'Write these', type: down + enter },
  { wait: '+web: ', type: '' },
  { wait: 'Write these', type: down + down + enter },
];

test('the difference is coloured like git, and plain with NO_COLOR', () => {
  const words = [built.bin, 'processes', ...quick];
  const told = talk(place('colored', existing), words, seeing);
  expect(told.raw).toMatch(/␛\[32m\+web: /);
  const plain = talk(place('plain', existing), words, seeing, { NO_COLOR: '1' });
  expect(plain.text).toContain('+web: ');
  expect(plain.raw).not.toMatch(color);
});

test('what was found is shown with its evidence, and can be corrected', () => {
  const path = place('corrected', existing);
  const at = talk(
    path,
    [built.bin, 'docker', ...quick],
    [{ wait: 'Is that right', type: keys.stop }],
  );
  expect(at.text).toMatch(/Found in the project:\n.*stack +express +\(package\.json:\d+\)/s);
  const names = [...at.text.matchAll(/No: (\w+) is another/g)].map(([, name]) => name);
  const shown = [...at.text.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  const typed = down.repeat(1 + shown.indexOf('port')) + enter;
  const told = talk(
    path,
    [built.bin, 'docker', ...quick],
    [
      { wait: 'Is that right', type: typed },
      { wait: 'port is', type: `\u0015http${enter}` },
      { wait: 'must be a number', type: '' },
      { wait: 'Is that right', type: typed },
      { wait: 'port is', type: `\u00154321${enter}` },
      { wait: 'Is that right', type: enter },
      { wait: 'Write these', type: enter },
    ],
  );
  expect(told.code).toBe(0);
  expect(joined(told.text)).toMatch(/The same again: imagine docker .*--set port=4321/);
  expect(readFileSync(join(path, 'Dockerfile'), 'utf8')).toContain('4321');
});

test("a file in the way: the difference, then git's markers; the next run asks nothing", () => {
  const path = place('merged');
  imagine(path, ['.', '--name', 'shop', '--defaults', ...quick]);
  const procfile = join(path, 'Procfile');
  const base = join(path, '.imagine/base.json');
  const wrote = readFileSync(procfile, 'utf8');
  const older = { ...JSON.parse(readFileSync(base, 'utf8')), Procfile: 'web: older\n' };
  writeFileSync(base, `${JSON.stringify(older, undefined, 2)}\n`);
  writeFileSync(procfile, 'web: mine\n');
  const told = talk(
    path,
    [built.bin, 'processes', ...quick],
    [
      { wait: 'Procfile is in the way', type: down.repeat(3) + enter },
      { wait: '-web: mine', type: down.repeat(2) + enter },
      { wait: 'Write these', type: enter },
    ],
  );
  expect(told.code).toBe(0);
  const merged = readFileSync(procfile, 'utf8');
  expect(merged).toMatch(/^<{7}.*\nweb: mine\n/);
  expect(merged).toContain(wrote);
  expect(talk(path, [built.bin, 'processes', ...quick], []).text).toContain('Nothing to change');
});

test('one answer for all the rest; without a terminal such files are a conflict', () => {
  const path = place('in-the-way');
  for (const name of ['Dockerfile', 'Procfile']) writeFileSync(join(path, name), 'mine\n');
  const refused = imagine(path, ['.', '--name', 'shop', '--defaults', ...quick]);
  expect(refused).toMatchObject({ code: 3, stderr: expect.stringMatching(/Dockerfile, Procfile/) });
  const told = talk(
    path,
    [built.bin, '.', '--name', 'shop', ...quick],
    [
      ...steps(newApp).slice(1),
      { wait: 'Dockerfile is in the way', type: down.repeat(5) + enter },
      { wait: 'Write these', type: enter },
    ],
  );
  expect(told.code).toBe(0);
  expect(readFileSync(join(path, 'Procfile'), 'utf8')).toContain('web: ');
  expect(readFileSync(join(path, 'Dockerfile'), 'utf8')).toContain('FROM');
});

test('piped, nothing is asked, and there is no control character', () => {
  const path = place('piped', existing);
  const { code, stdout, stderr } = imagine(path, ['app', ...quick]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('\u001b');
});
