import { ImagineError } from './errors.ts';
import type { Answers, Files } from './types.ts';

/** Where the answers are kept, in the place where every Yeoman generator keeps its own. */
export const answersFile = '.yo-rc.json';
/** Where the tool keeps what it wrote, the base of later three-way merges. */
export const baseFile = '.imagine/base.json';
const key = 'generator-imagine';

/** What earlier runs left behind. */
export interface State {
  readonly answers: Answers;
  readonly concerns: readonly string[];
  /** Path → the text that the tool wrote; empty on a first run. */
  readonly base: Readonly<Record<string, string>>;
  /** True where earlier runs left answers, but no base that can be read. */
  readonly baseLost: boolean;
}

/** Reads the state of a project. An unreadable `.yo-rc.json` is an error, a lost base is not. */
export function readState(files: Files): State {
  const stored = storedOf(files);
  const base = baseOf(files);
  return {
    answers: stored.answers ?? {},
    concerns: stored.concerns ?? [],
    base: base ?? {},
    baseLost: base === undefined && stored.concerns !== undefined,
  };
}

function storedOf(files: Files): { answers?: Answers; concerns?: string[] } {
  const text = files.read(answersFile);
  if (text === undefined) return {};
  const all = parseObject(text);
  if (!all) throw new ImagineError(`${answersFile}:1: not a JSON object; mend it or delete it`);
  const own = all[key];
  if (own === undefined) return {};
  const { answers, concerns } = own as { answers?: Answers; concerns?: string[] };
  const sane = isRecord(own) && isRecord(answers) && Array.isArray(concerns);
  if (!sane)
    throw new ImagineError(`${answersFile}: "${key}" is not what the tool wrote; delete it`);
  return { answers, concerns };
}

function baseOf(files: Files): Record<string, string> | undefined {
  const found = parseObject(files.read(baseFile) ?? '');
  const sane = found && Object.values(found).every((text) => typeof text === 'string');
  return sane ? (found as Record<string, string>) : undefined;
}

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
export function answersText(files: Files, answers: Answers, concerns: ReadonlySet<string>): string {
  const others = parseObject(files.read(answersFile) ?? '{}') ?? {};
  const own = { answers: sorted(answers), concerns: [...concerns].sort() };
  return `${JSON.stringify(sorted({ ...others, [key]: own }), undefined, 2)}\n`;
}

/** The text of `.imagine/base.json`: paths sorted. */
export const baseText = (base: Readonly<Record<string, string>>): string =>
  `${JSON.stringify(sorted(base), undefined, 2)}\n`;
