import { posix } from 'node:path';
import { type Facts, fact } from '../../facts.ts';
import { bun } from '../../managers/bun.ts';
import { nodeManagers } from '../../managers/catalog.ts';
import type { Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import type { Repository } from '../repository.ts';
import { nearest } from '../upward.ts';
import type { Ground } from './ground.ts';
import { lockVersion } from './lock.ts';
import type { Manifest } from './manifest.ts';
import { habit, type Pin, pinOf } from './pin.ts';

type Found = Pick<Facts, 'packageManager' | 'packageManagerVersion' | 'lock' | 'notes'>;

interface Lock {
  readonly manager: string;
  readonly path: string;
  readonly text: string;
}

/** Lock files that show a manager. */
const lockFiles: readonly (readonly [string, string])[] = [
  ...nodeManagers.flatMap(({ name, lockFiles }) =>
    lockFiles.filter((path) => path !== 'pnpm-workspace.yaml').map((path) => [name, path] as const),
  ),
  ['bun', 'bun.lock'],
  ['bun', 'bun.lockb'],
];

/** The package manager, its version, and the lock file; of two, the one that the project names. */
export function managerOf(ground: Ground): Found {
  const { manifest, text, files, around } = ground;
  const locks = locksOf(files, around);
  const pin = pinOf(manifest, text, around);
  const used = habit(manifest, files, around);
  const name = pin?.name ?? preferred(locks, ground)?.manager ?? used?.name;
  if (name === undefined) return {};
  const lock = locks.find(({ manager }) => manager === name);
  const at = pin?.at ?? (lock && `${lock.path}:1`) ?? used?.at ?? 'package.json:1';
  const version = versionOf(name, pin, lock, manifest, text, files, around);
  return {
    packageManager: fact(name, at),
    ...(version && { packageManagerVersion: fact(version.value, version.at) }),
    ...lockFact(lock, ground),
    ...notesOf(name, lock, locks, ground),
  };
}

const lockFact = (lock: Lock | undefined, ground: Ground): Pick<Facts, 'lock'> =>
  lock && isKept(lock, ground) ? { lock: fact(lock.path, `${lock.path}:1`) } : {};

/** Whether git keeps a lock file: one that it ignores is not there for anybody else. */
function isKept({ path }: Lock, { files, around }: Ground): boolean {
  if (!path.startsWith('../')) return files.list().includes(path);
  return around.files.list().includes(posix.join(around.path, path));
}

function locksOf(files: Files, around: Repository): readonly Lock[] {
  return lockFiles
    .flatMap(([manager, name]) => {
      const found = nearest(files, around, name);
      return found ? [{ manager, ...found }] : [];
    })
    .filter(
      ({ path }, _, all) =>
        path.startsWith('../') === all.every((lock) => lock.path.startsWith('../')),
    );
}

/** Of several lock files the one whose manager the image, CI or scripts use; else the menu's first. */
function preferred(locks: readonly Lock[], { docker, manifest, around }: Ground): Lock | undefined {
  if (locks.length < 2) return locks[0];
  const workflows = around.files.list().filter((path) => path.startsWith('.github/workflows/'));
  const said = [
    ...(docker?.all ?? []).map(({ rest }) => rest),
    ...Object.values(manifest.scripts ?? {}),
    ...workflows.map((path) => around.files.read(path) ?? ''),
  ].join('\n');
  const uses = ({ manager }: Lock): number =>
    said.match(new RegExp(`\\b${manager}\\b`, 'g'))?.length ?? 0;
  return locks.reduce((a, b) => (uses(b) > uses(a) ? b : a));
}

function versionOf(
  name: string,
  pin: Pin | undefined,
  lock: Lock | undefined,
  { engines }: Manifest,
  text: string,
  files: Files,
  around: Repository,
): { readonly value: string; readonly at: string } | undefined {
  if (pin?.version !== undefined) return { value: pin.version, at: pin.at };
  const settings = name === 'yarn' ? nearest(files, around, '.yarnrc.yml') : undefined;
  const path = /yarnPath:.*yarn-(\d[\w.-]*?)\.c?js/.exec(settings?.text ?? '')?.[1];
  if (settings && path !== undefined)
    return { value: path, at: `${settings.path}:${lineOf(settings.text, 'yarnPath')}` };
  const told = lock && lockVersion(name, lock.text);
  if (lock && told) return { value: told.version, at: `${lock.path}:${told.line}` };
  const engine = engines?.[name];
  return typeof engine === 'string'
    ? { value: engine, at: `package.json:${lineOf(text, `"${name}"`)}` }
    : undefined;
}

function notesOf(
  name: string,
  lock: Lock | undefined,
  locks: readonly Lock[],
  ground: Ground,
): Pick<Facts, 'notes'> {
  const others = locks.filter(({ manager }) => manager !== name);
  const ignored = lock && !isKept(lock, ground) ? [lock] : [];
  const isKnown = [...nodeManagers, bun].some((row) => row.name === name);
  const unknown = isKnown ? [] : ['package.json'];
  return {
    notes: [
      ...others.map(({ path, manager }) => ({
        file: path,
        message: `is a lock file of ${manager}, but the project uses ${name}: delete the one that is not kept up to date`,
      })),
      ...ignored.map(({ path }) => ({
        file: path,
        message: 'is ignored by git: every install elsewhere takes other versions; let git keep it',
      })),
      ...unknown.map((file) => ({
        file,
        message: `${name} is not known to the tool: its commands are those of npm`,
      })),
    ],
  };
}
