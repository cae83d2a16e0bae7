import { spawn } from 'node:child_process';
import { cpSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { recover } from '../lib/undo.ts';
import { buildBin } from './built.ts';
import { scratch } from './process.ts';
import { withoutSecrets } from './run.ts';

const faults = join(import.meta.dirname, 'crash/faults.ts');
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

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
  readonly calls: number;
}

/** Runs the built bin in a project, with one of its calls made to fail. */
function faulty(cwd: string, words: readonly string[], fault: string): Promise<Ended> {
  const env = { PATH: process.env.PATH, FAULT: fault, FAULT_ROOT: cwd };
  const all = ['--import', faults, built.bin, ...words];
  const child = spawn(process.execPath, all, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const said = { stderr: '', calls: '' };
  child.stderr?.on('data', (text) => {
    said.stderr += text;
  });
  child.stdio[3]?.on('data', (text) => {
    said.calls += text;
  });
  return new Promise((done) => {
    child.on('close', (code, signal) =>
      done({ code, signal, stderr: said.stderr, calls: Number(said.calls) }),
    );
  });
}

type Snapshot = Readonly<Record<string, string>>;

/** Every file and link of a project with its mode and text. */
function files(project: string): Snapshot {
  const names = readdirSync(project, { recursive: true, encoding: 'utf8' }).sort();
  const shown = names.flatMap((name) => {
    const path = join(project, name);
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) return [[name, `link ${readlinkSync(path)}`]];
    const mode = (stats.mode & 0o777).toString(8);
    return stats.isFile() ? [[name, `${mode} ${readFileSync(path, 'utf8')}`]] : [];
  });
  return withoutSecrets(Object.fromEntries(shown));
}

interface Scene {
  readonly start: string;
  readonly words: readonly string[];
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly calls: number;
}

/** A project before and after a run that nothing disturbs. */
async function sceneOf(name: string, start: string, words: readonly string[]): Promise<Scene> {
  const path = join(folder.path, name);
  cpSync(start, path, { recursive: true });
  const { code, calls, stderr } = await faulty(path, words, 'count:0');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return { start, words, before: files(start), after: files(path), calls };
}

const waiting = /(?:^|\/)\.imagine(?:-[0-9a-f]{12}\.(?:new|old)\.|\.lock$|\.done$)/;

/** What is wrong in a project after a fault; empty if nothing. */
async function faultsOf(scene: Scene, path: string, ended: Ended): Promise<string[]> {
  const { before, after } = scene;
  const now = files(path);
  const same = (one: Snapshot, two: Snapshot) => JSON.stringify(one) === JSON.stringify(two);
  const wrong: string[] = [];
  for (const [name, text] of Object.entries(now))
    if (!waiting.test(name) && text !== before[name] && text !== after[name])
      wrong.push(`${name} is neither old nor new`);
  if (ended.code === 1 && !same(now, before)) wrong.push('exit 1, but something has changed');
  if (ended.code === 1 && ended.stderr.trim().split('\n').length !== 1) wrong.push(ended.stderr);
  if (![0, 1, null].includes(ended.code)) wrong.push(`exit ${ended.code}: ${ended.stderr}`);
  await recover(path);
  const healed = files(path);
  if (!same(healed, before) && !same(healed, after)) wrong.push('not healed by the next run');
  if (ended.code === 0 && !same(healed, after)) wrong.push('exit 0, but not all is new');
  return wrong;
}

/** Lets each of a scene's calls go wrong in turn. */
async function disturb(scene: Scene, kind: string, step = 1): Promise<string[]> {
  const numbers = Array.from({ length: Math.floor(scene.calls / step) }, (_, at) => 1 + at * step);
  const found: string[] = [];
  const next = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const path = join(folder.path, `${kind}-${number}-${Math.random().toString(36).slice(2)}`);
      cpSync(scene.start, path, { recursive: true });
      const ended = await faulty(path, scene.words, `${kind}:${number}`);
      if (kind === 'kill' && ended.signal !== 'SIGKILL') found.push(`${number}: was not killed`);
      const wrong = await faultsOf(scene, path, ended);
      found.push(...wrong.map((each) => `${kind} at call ${number}: ${each}`));
    }
  };
  await Promise.all([next(), next()]);
  return found;
}

const switches = ['--defaults', '--offline', '--skip-install', '--skip-git'];
const existing = join(import.meta.dirname, 'fixtures/express-plain');

test.each(['fail', 'half', 'kill'])(
  'a retrofit, where each call may %s',
  async (kind) => {
    const scene = await sceneOf(`retrofit-${kind}`, existing, ['app', ...switches]);
    expect(scene.calls).toBeGreaterThan(50);
    expect(await disturb(scene, kind)).toEqual([]);
  },
  600_000,
);

test('an app that gets another database, where every seventh call fails or kills', async () => {
  const made = join(folder.path, 'made');
  await faulty(folder.path, [made, '--name', 'shop', ...switches], '');
  const words = ['--database', 'postgresql', '--cache', 'redis', ...switches];
  const scene = await sceneOf('other-database', made, words);
  expect(await disturb(scene, 'fail', 7)).toEqual([]);
  expect(await disturb(scene, 'kill', 7)).toEqual([]);
}, 600_000);
