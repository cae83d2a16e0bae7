import { posix } from 'node:path';
import type { Packages } from '../../existing/packages.ts';
import { type Fact, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';
import { membersIn } from '../apps.ts';
import { below, type Repository, upwards } from '../repository.ts';
import type { Code } from './code/code.ts';
import { type Manifest, readManifest } from './manifest.ts';

interface Member {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What builds the packages of the workspace by itself: then nothing is built before it. */
const builder = /\b(?:turbo|nx|lerna|wsrun)\b|\btsc\s+(?:-b|--build)\b|--workspaces?\b|\s-ws?\b/;
const recursive = /\bpnpm\s.*(?:\s-r\b|--recursive|--filter|-F)|\bworkspaces?\s+(?:foreach|run)\b/;

/** The packages of the workspace that an app needs built before itself, each after its own needs. */
export async function packagesOf(
  manifest: Manifest,
  code: Code,
  { files, path }: Repository,
): Promise<Fact<Packages> | undefined> {
  const { build = '' } = manifest.scripts ?? {};
  if (builder.test(build) || recursive.test(build)) return undefined;
  for (const [steps, folder] of upwards(path).entries()) {
    const root = below(files, folder);
    const members = await membersIn(root);
    if (!members) continue;
    const known = membersOf(root, members);
    const names = needed(manifest, known).filter((name) => isBuilt(root, known.get(name)));
    const from = posix.relative(folder, path);
    const beside = [...known].flatMap(([name, member]) =>
      !names.includes(name) && isServed(code, from, member) && isBuilt(root, member) ? [name] : [],
    );
    const up = '../'.repeat(steps);
    const all = [...names, ...beside];
    const at = all.map((name) => `${up}${known.get(name)?.folder}/package.json:1`);
    return all.length === 0
      ? undefined
      : fact({ up, names, beside, app: manifest.name, turbo: usesTurbo(root) }, ...at);
  }
  return undefined;
}

const membersOf = (root: Files, folders: readonly string[]): ReadonlyMap<string, Member> =>
  new Map(
    folders.flatMap((folder) => {
      const path = posix.join(folder, 'package.json');
      const manifest = readManifest(root.read(path) ?? '{}', path);
      return manifest.name === undefined ? [] : [[manifest.name, { folder, manifest }] as const];
    }),
  );

/** The names of all that a package leads to, the furthest first. */
function needed(
  { dependencies = {}, devDependencies = {} }: Manifest,
  known: ReadonlyMap<string, Member>,
  met: Set<string> = new Set(),
): readonly string[] {
  return Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => {
    const member = known.get(name);
    if (!member || met.has(name)) return [];
    met.add(name);
    return [...needed(member.manifest, known, met), name];
  });
}

/** Whether the code names what lies in a neighbour's folder: `../client/dist`, `'..', 'client'`. */
function isServed(code: Code, from: string, { folder }: Member): boolean {
  const way = posix.relative(from, folder).replace(/^(?:\.\.\/)+/, '');
  if (from === '' || way === '' || way.startsWith('..')) return false;
  const name = way.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const path = new RegExp(`["'\`/](?:\\.\\./)+${name}/|["']\\.\\.["'],\\s*["']${name}["'/]`);
  return code.sources.some(({ text }) => path.test(text));
}

/** Whether a package is taken in by files that only its build makes. */
function isBuilt(root: Files, member: Member | undefined): boolean {
  if (!member?.manifest.scripts?.build) return false;
  const { main, module, types, exports = {} } = member.manifest;
  const told =
    JSON.stringify([main, module, types, exports]).match(/(?<=")[^"*]+\.\w+(?=")/g) ?? [];
  const paths = told.map((path) => posix.join(member.folder, path));
  return paths.length === 0 || paths.some((path) => root.read(path) === undefined);
}

/** Whether the root has builds by turbo, which knows their order and keeps what they made. */
function usesTurbo(root: Files): boolean {
  const { dependencies, devDependencies } = readManifest(root.read('package.json') ?? '{}');
  const has = { ...dependencies, ...devDependencies }.turbo !== undefined;
  return has && /"build"\s*:/.test(root.read('turbo.json') ?? '');
}
