import { type Facts, fact } from '../../facts.ts';
import type { Note } from '../../types.ts';
import type { Listening } from './listen.ts';
import { type Manifest, placeIn } from './manifest.ts';
import type { Started } from './start.ts';

type Kind = NonNullable<Facts['kind']>;

const sites = [
  'react-scripts',
  'vite',
  '@angular/core',
  '@vue/cli-service',
  'gatsby',
  'parcel',
  'astro',
  '@docusaurus/core',
  'svelte',
  'react-native',
  'expo',
  'electron',
];

const titles: Readonly<Record<Kind['value'], string>> = {
  service: 'a service',
  site: 'a front end without a server of its own',
  library: 'a library',
  command: 'a command-line program',
};

/** What the project is: a service listens, or has a start process that is no front end's. */
export function kindOf(
  manifest: Manifest,
  text: string,
  framework: string | undefined,
  [listening]: readonly Listening[],
  start: Started | undefined,
): Kind {
  if (framework !== undefined) return fact('service', placeIn(text, 'dependencies', framework));
  if (manifest.bin !== undefined) return fact('command', placeIn(text, 'bin'));
  if (listening) return fact('service', `${listening.mount.file}:${listening.mount.line}`);
  const both = { ...manifest.dependencies, ...manifest.devDependencies };
  const site = sites.find((name) => both[name] !== undefined);
  if (site !== undefined) {
    const section =
      manifest.dependencies?.[site] === undefined ? 'devDependencies' : 'dependencies';
    return fact('site', placeIn(text, section, site));
  }
  if (start && !library(manifest)) return fact('service', start.at[0] ?? 'package.json:1');
  return fact('library', placeIn(text, manifest.exports === undefined ? 'main' : 'exports'));
}

const library = ({ exports, types, typings, files }: Manifest): boolean =>
  [exports, types, typings, files].some((each) => each !== undefined);

/** What is told of a project that is no service. */
export const kindNotes = ({ value, evidence: [at = ''] }: Kind): readonly Note[] =>
  value === 'service'
    ? []
    : [
        {
          file: at.replace(/:\d+$/, ''),
          message: `is ${titles[value]}, not a service: no process, port or image is made for it`,
        },
      ];
