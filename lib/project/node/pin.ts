import type { Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import type { Repository } from '../repository.ts';
import { nearest, nearestAbove } from '../upward.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** A manager that the project names itself. */
export interface Pin {
  readonly name: string;
  readonly version: string | undefined;
  readonly at: string;
}

/** `packageManager`, `devEngines`, here or above. */
export function pinOf(manifest: Manifest, text: string, around: Repository): Pin | undefined {
  const own = pinIn(manifest, text, 'package.json');
  if (own) return own;
  const above = nearestAbove(around, 'package.json');
  if (!above) return undefined;
  try {
    return pinIn(readManifest(above.text), above.text, above.path);
  } catch {
    return undefined;
  }
}

function pinIn(
  { packageManager, devEngines }: Manifest,
  text: string,
  path: string,
): Pin | undefined {
  const [, name, version] = /^(\w+)@([^+\s]+)/.exec(packageManager ?? '') ?? [];
  if (name !== undefined)
    return { name, version, at: `${path}:${lineOf(text, '"packageManager"')}` };
  const [engine] = devEngines?.packageManager ?? [];
  return (
    engine && {
      name: engine.name,
      version: engine.version,
      at: `${path}:${lineOf(text, '"devEngines"')}`,
    }
  );
}

/** Without a lock file: what the workspace's file or the scripts are written for. */
export function habit({ scripts = {} }: Manifest, files: Files, around: Repository) {
  for (const [name, path] of [
    ['pnpm', 'pnpm-workspace.yaml'],
    ['yarn', '.yarnrc.yml'],
    ['yarn', '.yarnrc'],
  ] as const) {
    const found = nearest(files, around, path);
    if (found) return { name, at: `${found.path}:1` };
  }
  const text = files.read('package.json') ?? '';
  const script = Object.values(scripts).find((each) => /\b(?:yarn|pnpm)\b/.test(each));
  const name = /\b(?:yarn|pnpm)\b/.exec(script ?? '')?.[0];
  return name === undefined
    ? installs(files, around)
    : { name, at: `package.json:${lineOf(text, JSON.stringify(script).slice(1, -1))}` };
}

const install =
  /(?:^|[\s"'`;&$])(?:(npm) (?:ci|i|install)|(pnpm) (?:i|install)|(yarn)(?: install)?)(?=\s*(?:$|[`"'&;]|--))/m;

/** What the checks, the image or the README install with. */
function installs(files: Files, around: Repository) {
  const workflows = around.files
    .list()
    .filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    .map((path) => ({ at: path, text: around.files.read(path) }));
  const own = ['Dockerfile', 'Dockerfile.prod', 'README.md', 'readme.md'].map((path) => ({
    at: path,
    text: files.read(path),
  }));
  for (const { at, text = '' } of [...(around.path === '' ? workflows : []), ...own]) {
    const found = install.exec(text);
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found && name !== undefined) return { name, at: `${at}:${lineOf(text, found[0])}` };
  }
  return undefined;
}
