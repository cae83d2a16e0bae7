import type { Files } from '../../types.ts';
import type { Dockerfile } from '../dockerfile.ts';
import { lineOf } from '../lines.ts';
import type { Repository } from '../repository.ts';
import { nearest, nearestAbove } from '../upward.ts';
import type { Ground } from './ground.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { matrixOf } from './matrix.ts';

/** One place that says which Node the project runs on. */
export interface Said {
  readonly range: string;
  readonly at: string;
}

/** Every place that says it: the manifest, version files, the image, CI; the first is the foremost. */
export const saidIn = ({ manifest, text, files, around, docker }: Ground): readonly Said[] => [
  ...fromManifest(manifest, text, 'package.json'),
  ...fromAbove(around),
  ...fromVersionFiles(files, around),
  ...fromDockerfile(docker),
  ...matrixOf(around),
];

function fromManifest(
  { engines, devEngines, volta }: Manifest,
  text: string,
  path: string,
): readonly Said[] {
  const own = devEngines?.runtime.find(({ name }) => name === 'node')?.version;
  const found: readonly (readonly [unknown, string])[] = [
    [engines?.node, '"engines"'],
    [own, '"runtime"'],
    [volta?.node, '"volta"'],
  ];
  return found.flatMap(([range, key]) => {
    const start = text.indexOf(key);
    const line = lineOf(text, key) + lineOf(text.slice(start), '"node"') - 1;
    return typeof range === 'string' ? [{ range, at: `${path}:${line}` }] : [];
  });
}

/** What the manifest of the workspace above says. */
function fromAbove(around: Repository): readonly Said[] {
  const above = around.path === '' ? undefined : nearestAbove(around, 'package.json');
  return above ? fromManifest(readManifest(above.text), above.text, above.path) : [];
}

const versionFiles: Readonly<Record<string, RegExp>> = {
  '.nvmrc': /^\s*(\S+)/,
  '.node-version': /^\s*(\S+)/,
  '.tool-versions': /^(?:nodejs|node)\s+(\S+)/m,
  'mise.toml': /^\s*(?:node|nodejs)\s*=\s*["']([^"']+)["']/m,
  '.mise.toml': /^\s*(?:node|nodejs)\s*=\s*["']([^"']+)["']/m,
};

function fromVersionFiles(files: Files, around: Repository): readonly Said[] {
  return Object.entries(versionFiles).flatMap(([name, pattern]) => {
    const found = nearest(files, around, name);
    const range = found && pattern.exec(found.text)?.[1];
    return found && range ? [{ range, at: `${found.path}:${lineOf(found.text, range)}` }] : [];
  });
}

/** `FROM node:22-slim`, an argument in it resolved. */
function fromDockerfile(docker: Dockerfile | undefined): readonly Said[] {
  return (docker?.all ?? [])
    .flatMap(({ keyword, rest, line }) => {
      if (keyword !== 'FROM') return [];
      const tag = /(?:^|\/|\s)node:(\S+)/.exec(rest)?.[1] ?? '';
      const name = /^\$\{?(\w+)/.exec(tag)?.[1];
      const said = name === undefined ? tag : argument(docker, name);
      const range = /^v?\d+(?:\.\d+){0,2}/.exec(said)?.[0] ?? /^lts/.exec(said)?.[0];
      return range === undefined ? [] : [{ range, at: `${docker?.path}:${line}` }];
    })
    .slice(0, 1);
}

const argument = (docker: Dockerfile | undefined, name: string): string =>
  docker?.all
    .filter(({ keyword }) => keyword === 'ARG')
    .map(({ rest }) => new RegExp(`^${name}=["']?([^"'\\s]+)`).exec(rest)?.[1])
    .find(Boolean) ?? '';
