import * as env from '../../documents/env.ts';
import { fact } from '../../facts.ts';
import type { Facts, Files } from '../../types.ts';
import { dockerfilesIn } from './start/dockerfile.ts';

const providers =
  /^(?:\.gitlab-ci\.yml|\.circleci\/config\.yml|Jenkinsfile|\.travis\.yml|azure-pipelines\.yml|bitbucket-pipelines\.yml|\.drone\.yml|\.woodpecker\.ya?ml|\.github\/workflows\/[^/]+\.ya?ml)$/;

/** The files of continuous integration. */
export function ciOf(files: Files): Facts['ci'] {
  const found = files.list().filter((path) => providers.test(path));
  return found.length === 0 ? undefined : fact(found, ...found.map((path) => `${path}:1`));
}

/** The Dockerfile of the service. */
export function dockerfileOf(files: Files, base: string): Facts['dockerfile'] {
  const [path] = dockerfilesIn(files, base);
  return path === undefined ? undefined : fact(path, `${path}:1`);
}

const composeNames = [
  /^(?:[^/]+\/)?(?:docker-)?compose\.ya?ml$/,
  /^(?:docker-)?compose[.-](?:local|dev|development)\.ya?ml$/,
  /^(?:local|dev|development)\.ya?ml$/,
  /^(?:docker-)?compose[\w.-]*\.ya?ml$/,
];

/** The compose file, that of development first where there are several. */
export function composeOf(files: Files): Facts['compose'] {
  for (const pattern of composeNames) {
    const path = files
      .list()
      .filter((each) => pattern.test(each) && /^services:/m.test(files.read(each) ?? ''))
      .sort((a, b) => a.split('/').length - b.split('/').length)[0];
    if (path !== undefined) return fact(path, `${path}:1`);
  }
  return undefined;
}

const environments =
  /^(?:\.env(?:\.[\w-]+)*|\.flaskenv|env\.(?:example|sample|template)|\.envs\/\.[\w./-]+)$/;

/** Names that are set in `.env` and its like. */
export function environmentOf(files: Files): Facts['environment'] {
  const paths = files.list().filter((path) => environments.test(path));
  const names = paths.flatMap((path) => env.names(files.read(path) ?? ''));
  if (names.length === 0) return undefined;
  return fact([...new Set(names)].sort(), ...paths.map((path) => `${path}:1`));
}
