import type { Fact, Files } from '../../../types.ts';
import { lineOf } from '../../lines.ts';
import type { Manifests } from '../manifests/read.ts';
import { setupCfgPython, setupKeywords } from '../manifests/setup.ts';
import { type Toml, textAt } from '../manifests/toml.ts';
import { below, lineMatching, linesOf, nameOf } from '../text.ts';

/** The ranges that manifests give for Python, the one that counts most first. */
export function ranges(manifests: Manifests): readonly Fact<string>[] {
  const { pyproject, pipfile, setupCfg, setupPy, base } = manifests;
  const cfg = setupCfg === undefined ? undefined : setupCfgPython(setupCfg);
  const py = setupPy && setupKeywords(setupPy).python_requires;
  return [
    ...inToml(pyproject, ['project', 'requires-python'], /^requires-python\s*=/),
    ...inToml(pyproject, ['tool', 'poetry', 'dependencies', 'python'], /^python\s*=/),
    ...inToml(pipfile, ['requires', 'python_full_version'], /^python_full_version\s*=/),
    ...inToml(pipfile, ['requires', 'python_version'], /^python_version\s*=/),
    ...(cfg === undefined
      ? []
      : [fact(cfg, below(base, 'setup.cfg'), lineOf(setupCfg ?? '', 'python_requires'))]),
    ...(py?.kind === 'text' ? [fact(py.text, below(base, 'setup.py'), py.line)] : []),
  ];
}

function inToml(toml: Toml | undefined, path: readonly string[], key: RegExp): Fact<string>[] {
  const value = textAt(toml?.table, ...path);
  if (value === undefined || !toml) return [];
  return [fact(value, toml.path, lineMatching(toml.text, key))];
}

const fact = (value: string, path: string, line: number): Fact<string> => ({
  value,
  evidence: [`${path}:${line}`],
});

/** Files that name one version, with the pattern that finds it; nearest to the developer first. */
const pins: readonly { readonly file: RegExp; readonly version: RegExp }[] = [
  { file: /^\.python-version$/, version: /^(?:cpython-)?(3\.\d+(?:\.\d+)?)/ },
  { file: /^\.tool-versions$/, version: /^python\s+(3\.\d+(?:\.\d+)?)/ },
  { file: /^\.?mise\.toml$/, version: /^python\s*=\s*["'](3\.\d+(?:\.\d+)?)/ },
  { file: /^runtime\.txt$/, version: /^python-(3\.\d+(?:\.\d+)?)/ },
];

const image = {
  file: /^(?:[\w.-]+\.)?Dockerfile(?:\.[\w.-]+)?$/,
  version: /^FROM\s+(?:--\S+\s+)?\S*(?:python\S*?:|:\S*python)(3\.\d+(?:\.\d+)?)/i,
};
const imageArgument = {
  file: image.file,
  version: /^ARG\s+PYTHON_VERSION=["']?(3\.\d+(?:\.\d+)?)/i,
};
const workflow = {
  file: /^[\w.-]+\.ya?ml$/,
  version: /^\s*-?\s*python(?:-version|_version|Version)?:\s*\[?\s*["']?(3\.\d+)/,
};

/** The versions that files name: pins of developers, then images, then workflows. */
export function pinned(files: Files, base: string): readonly Fact<string>[] {
  const own = files.list().filter((path) => inReach(path, base));
  const workflows = files.list().filter((path) => /^\.github\/workflows\//.test(path));
  const images = files
    .list()
    .filter((path) => !/\.devcontainer/.test(path))
    .sort((a, b) => forDevelopers(a) - forDevelopers(b));
  return [
    ...pins.flatMap((pin) => matchesIn(files, own, pin)),
    ...matchesIn(files, images, image),
    ...matchesIn(files, images, imageArgument),
    ...matchesIn(files, workflows, workflow),
  ];
}

const forDevelopers = (path: string): number => (/local|dev|test/.test(path) ? 1 : 0);

const inReach = (path: string, base: string): boolean =>
  !path.includes('/') || path === below(base, nameOf(path));

const matchesIn = (
  files: Files,
  paths: readonly string[],
  { file, version }: { readonly file: RegExp; readonly version: RegExp },
): readonly Fact<string>[] =>
  paths
    .filter((path) => file.test(nameOf(path)))
    .flatMap((path) =>
      linesOf(files.read(path) ?? '').flatMap((line, index) => {
        const value = version.exec(line)?.[1];
        return value === undefined ? [] : [fact(value, path, index + 1)];
      }),
    );
