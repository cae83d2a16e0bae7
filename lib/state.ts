import { ImagineError } from './errors.ts';
import type { Answers, Files } from './types.ts';

/** Where the answers are kept, in the place where every Yeoman generator keeps its own. */
export const answersFile = '.yo-rc.json';
/** Where the tool keeps what it wrote, the base of later three-way merges. */
export const baseFile = '.imagine/base.json';
/** Where the tool keeps the user's own text of each file that it spliced something into. */
export const foundFile = '.imagine/found.json';
const key = 'generator-imagine';

/** What earlier runs left behind. */
export interface State {
  readonly answers: Answers;
  readonly concerns: readonly string[];
  /** Path → the text that the tool wrote; empty on a first run. */
  readonly base: Readonly<Record<string, string>>;
  /** Path → the text that was there before the tool first wrote into it. */
  readonly found: Readonly<Record<string, string>>;
  /** Facts that the user corrected with `--set`, as they wrote them. */
  readonly corrections: Readonly<Record<string, string>>;
  /** True where earlier runs left answers, but no base that can be read. */
  readonly baseLost: boolean;
}

/** Reads the state of a project. An unreadable `.yo-rc.json` is an error, a lost base is not. */
export function readState(files: Files): State {
  const stored = storedOf(files);
  const base = textsIn(files, baseFile);
  return {
    answers: stored.answers ?? {},
    concerns: stored.concerns ?? [],
    corrections: stored.facts ?? {},
    base: base ?? {},
    found: (base && textsIn(files, foundFile)) ?? {},
    baseLost: base === undefined && stored.concerns !== undefined,
  };
}

interface Stored {
  readonly answers?: Answers;
  readonly concerns?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
}

function storedOf(files: Files): Stored {
  const text = files.read(answersFile);
  if (text === undefined) return {};
  const all = parseObject(text);
  if (!all) throw new ImagineError(`${answersFile}:1: not a JSON object; mend it or delete it`);
  const own = all[key];
  if (own === undefined) return {};
  const { answers, concerns, facts = {} } = own as Stored;
  const sane = isRecord(own) && isRecord(answers) && Array.isArray(concerns) && hasTexts(facts);
  if (!sane)
    throw new ImagineError(`${answersFile}: "${key}" is not what the tool wrote; delete it`);
  return { answers, concerns, facts };
}

function textsIn(files: Files, path: string): Record<string, string> | undefined {
  const found = parseObject(files.read(path) ?? '');
  return hasTexts(found) ? found : undefined;
}

const hasTexts = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The text of `.yo-rc.json`: keys sorted, other generators' keys kept, no secret. */
export function answersText(
  files: Files,
  answers: Answers,
  concerns: ReadonlySet<string>,
  corrections: Readonly<Record<string, string>>,
): string {
  const others = parseObject(files.read(answersFile) ?? '{}') ?? {};
  const facts = Object.keys(corrections).length > 0 ? { facts: sorted(corrections) } : {};
  const own = { answers: sorted(answers), concerns: [...concerns].sort(), ...facts };
  return `${JSON.stringify(sorted({ ...others, [key]: own }), undefined, 2)}\n`;
}

/** The text of `.imagine/base.json` and `.imagine/found.json`: paths sorted, indented as an older text. */
export function textsText(base: Readonly<Record<string, string>>, older = ''): string {
  const indent = /^([ \t]+)"/m.exec(older)?.[1] ?? '  ';
  return `${JSON.stringify(sorted(base), undefined, indent)}\n`;
}
