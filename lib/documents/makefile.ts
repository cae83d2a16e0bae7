import { type Order, placeOf } from './order.ts';
import { behindBom, eolOf, lineEnd, splice, withoutBom } from './text.ts';

/** A command of a Makefile. */
export interface Target {
  name: string;
  /** What is made before it. */
  after?: readonly string[];
  /** Lines of its recipe, without the tab. */
  steps: readonly string[];
  /** What `make help` says of it. */
  about: string;
}

/** A rule that stands in a text: its targets, and the offset where its own lines begin. */
interface Rule {
  names: readonly string[];
  start: number;
}

/** The names of the targets, in order. */
export const targets = (text: string): string[] =>
  rulesOf(withoutBom(text)).flatMap(({ names }) => names);

/**
 * Adds a target at its place among those that are there, unless one of its name is. What `make`
 * alone makes stays the same.
 */
export function add(text: string, target: Target, { order = 'name' }: { order?: Order } = {}) {
  return behindBom(text, (body) => {
    const rules = rulesOf(body);
    if (rules.some(({ names }) => names.includes(target.name))) return body;
    const free = rules.slice(firstStays(body, rules) ? 1 : 0);
    const names = free.map((one) => one.names[0] ?? '');
    const next = free[placeOf(target.name, names, order)];
    const eol = eolOf(body);
    const block = linesOf(target).join(eol);
    if (next) return splice(body, next.start, block + eol + eol);
    const rest = body.trimEnd();
    return `${rest}${rest === '' ? '' : eol + eol}${block}${eol}`;
  });
}

/** The first rule is what `make` alone makes, unless the text says so, or the rule is one of ours. */
function firstStays(text: string, [first]: readonly Rule[]): boolean {
  const ours = /^\.PHONY: (\S+)\r?\n\1:[^#\n]* ## /.test(text.slice(first?.start));
  return !ours && !/^\.DEFAULT_GOAL\s*:?=/m.test(text);
}

function linesOf({ name, after = [], steps, about }: Target): string[] {
  const head = `${[`${name}:`, ...after].join(' ')} ## ${about}`;
  return [`.PHONY: ${name}`, head, ...steps.map((step) => `\t${step}`)];
}

const rule = /^([\w.%/$(){}-]+(?:[ \t]+[\w.%/$(){}-]+)*)[ \t]*::?(?!=)/;

/** Every rule but special ones; comments and `.PHONY` right above it are its own. */
function rulesOf(text: string): Rule[] {
  const rules: Rule[] = [];
  let own: number | undefined;
  let defining = false;
  let continued = false;
  for (let start = 0; start < text.length; start = lineEnd(text, start) + eolAt(text, start)) {
    const line = text.slice(start, lineEnd(text, start));
    const names = continued || defining ? undefined : rule.exec(line)?.[1]?.split(/[ \t]+/);
    defining = defining ? !/^\s*endef\b/.test(line) : /^\s*define\b/.test(line);
    continued = line.endsWith('\\');
    const above: boolean = names ? names[0]?.startsWith('.') === true : line.startsWith('#');
    if (names && !above) rules.push({ names, start: own ?? start });
    own = above ? (own ?? start) : undefined;
  }
  return rules;
}

const eolAt = (text: string, start: number): number =>
  text.startsWith('\r\n', lineEnd(text, start)) ? 2 : 1;
