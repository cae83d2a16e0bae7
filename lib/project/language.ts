import { fact } from '../facts.ts';
import type { Fact, Files } from '../types.ts';
import { frameworkIn } from './node/frameworks.ts';
import { readManifest } from './node/manifest.ts';

type Language = 'node' | 'python';

const pythonManifest =
  /^(?:pyproject\.toml|requirements[^/]*\.txt|requirements\/[^/]+\.txt|setup\.(?:py|cfg)|Pipfile|manage\.py)$/;
/** A framework as a line of its own, or in a list of requirements that stands in one line. */
const pythonFramework =
  /^(?:\s*["']?|[^#\n]*(?:dependencies|requires)["']?\s*=\s*\[.*["'])(?:django|fastapi|flask|starlette|litestar|sanic|tornado|aiohttp|falcon|bottle|quart|pyramid)(?![\w-]|\.\w)/im;

/** The language of a project's service; where both are there, the one that has a server. */
export function languageOf(files: Files): Fact<Language> | undefined {
  const python = files.list().filter((path) => pythonManifest.test(path));
  const node = files.read('package.json') === undefined ? [] : ['package.json'];
  const both = python.length > 0 && node.length > 0;
  if (both && !servesNode(files) && servesPython(files)) return fact('python', `${python[0]}:1`);
  if (node.length > 0) return fact('node', 'package.json:1');
  if (python.length > 0) return fact('python', `${python[0]}:1`);
  const source = files.list().find((path) => /\.(?:[cm]?[jt]sx?|py)$/.test(path));
  if (source === undefined) return undefined;
  return fact(source.endsWith('.py') ? 'python' : 'node', `${source}:1`);
}

/** Whether a folder holds a service: a manifest that names a server's framework, or manage.py. Throws ImagineError with the place where a manifest can't be read. */
export const serves = (files: Files, folder = ''): boolean =>
  servesNode(files, folder) || servesPython(files);

function servesNode(files: Files, folder = ''): boolean {
  const text = files.read('package.json');
  const path = folder === '' ? 'package.json' : `${folder}/package.json`;
  return text !== undefined && frameworkIn(readManifest(text, path)) !== undefined;
}

const servesPython = (files: Files): boolean =>
  files
    .list()
    .filter((path) => pythonManifest.test(path))
    .some((path) => path === 'manage.py' || pythonFramework.test(files.read(path) ?? ''));
