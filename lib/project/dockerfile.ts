import { type Fact, fact } from '../facts.ts';
import type { Files } from '../types.ts';
import { words } from './words.ts';

/** One instruction of a Dockerfile. */
export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
  /** From 1. */
  readonly line: number;
}

/** A Dockerfile that was found, taken apart. */
export interface Dockerfile {
  readonly path: string;
  readonly all: readonly Instruction[];
  /** Those of its last stage, which is what runs. */
  readonly last: readonly Instruction[];
}

const names = [
  'Dockerfile',
  'Dockerfile.prod',
  'Dockerfile.production',
  'docker/Dockerfile',
  'Containerfile',
  'dockerfile',
];

/** The Dockerfile that the project uses. */
export function dockerfileOf(files: Files): Dockerfile | undefined {
  const path = names.find((each) => files.read(each) !== undefined);
  if (path === undefined) return undefined;
  const all = instructions(files.read(path) ?? '');
  return { path, all, last: stageOf(all) };
}

const aside =
  /(?:^|[-_])(?:dev|development|test|tests|debug|migrat\w*|seed\w*|worker|scheduler|cron|lint|ci)(?:[-_]|$)/i;

/** The stage that serves: the last one, unless its name says that it is for something else and another can start. */
function stageOf(all: readonly Instruction[]): readonly Instruction[] {
  const starts = all.flatMap(({ keyword }, at) => (keyword === 'FROM' ? [at] : []));
  const stages = starts.map((start, at) => all.slice(start, starts[at + 1]));
  const isAside = ([from]: readonly Instruction[]): boolean =>
    aside.test(/\bas\s+(\S+)/i.exec(from?.rest ?? '')?.[1] ?? '');
  const runs = (stage: readonly Instruction[]): boolean =>
    stage.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const last = stages.at(-1) ?? all;
  return isAside(last) ? (stages.findLast((each) => !isAside(each) && runs(each)) ?? last) : last;
}

/** Where it stands, as a fact. */
export const dockerfileFact = (found: Dockerfile | undefined): Fact<string> | undefined =>
  found && fact(found.path, `${found.path}:1`);

/** A text's instructions, continued lines joined, comments left out. */
export function instructions(text: string): readonly Instruction[] {
  const found: Instruction[] = [];
  let open: Instruction | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*#/.test(line)) continue;
    const continued = /[\\`]\s*$/.test(line);
    const part = line.replace(/[\\`]\s*$/, '').trim();
    if (open) open = { ...open, rest: `${open.rest} ${part}`.trim() };
    else {
      const [, keyword = '', rest = ''] = /^([A-Za-z]+)\s+(.*)$/.exec(part) ?? [];
      if (keyword !== '') open = { keyword: keyword.toUpperCase(), rest, line: index + 1 };
    }
    if (open && !continued) {
      found.push(open);
      open = undefined;
    }
  }
  return open ? [...found, open] : found;
}

/** The words of CMD or ENTRYPOINT: exec form, or shell form. */
export function wordsOf({ rest }: Instruction): readonly string[] {
  if (rest.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(rest);
      if (Array.isArray(list)) return unwrapped(list.map(String));
    } catch {
      // Docker takes what is no JSON for the shell form.
    }
  }
  return words(rest);
}

/** `sh -c "…"` is the command in it. */
const unwrapped = (list: readonly string[]): readonly string[] =>
  /^(?:\/bin\/)?(?:ba|a|da)?sh$/.test(list[0] ?? '') && /^-\w*c$/.test(list[1] ?? '')
    ? words(list[2] ?? '')
    : list;

/** The value that ENV or ARG gives a name in the last stage, and its line. */
export function settingIn(
  { last }: Dockerfile,
  name: string,
): { readonly value: string; readonly line: number } | undefined {
  for (const { keyword, rest, line } of last.toReversed()) {
    if (keyword !== 'ENV' && keyword !== 'ARG') continue;
    const value = new RegExp(`(?:^|\\s)${name}[= ]\\s*["']?([^"'\\s]+)`).exec(rest)?.[1];
    if (value !== undefined) return { value, line };
  }
  return undefined;
}

/** The port that the image exposes, a variable in it resolved. */
export function exposedPort(found: Dockerfile | undefined): Fact<number> | undefined {
  const exposed = found?.last.find(({ keyword }) => keyword === 'EXPOSE');
  if (!found || !exposed) return undefined;
  const [first = ''] = exposed.rest.split(/[\s/]/);
  const name = /^\$\{?(\w+)/.exec(first)?.[1];
  const port = Number(name === undefined ? first : settingIn(found, name)?.value);
  return Number.isInteger(port) && port > 0
    ? fact(port, `${found.path}:${exposed.line}`)
    : undefined;
}
