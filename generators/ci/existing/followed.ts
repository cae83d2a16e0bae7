import type { Project } from '../../../lib/types.ts';

/** Where the commands stand that a workflow runs by another program. */
const indirect: readonly (readonly [RegExp, RegExp])[] = [
  [/\bmake\s/, /^(?:GNUm|M|m)akefile$/],
  [/\bjust\s/, /^\.?justfile$/i],
  [/\btask\s/, /^Taskfile\.ya?ml$/],
  [/\btox\b/, /^(?:tox\.ini|setup\.cfg|pyproject\.toml)$/],
  [/\bnox\b/, /^noxfile\.py$/],
  [/\b(?:invoke|inv)\s/, /^tasks\.py$/],
  [/\b(?:hatch|poe|pdm)\b/, /^pyproject\.toml$/],
  [/\b(?:pre-commit|prek)\b/, /^\.pre-commit-config\.ya?ml$/],
];
const script = /(?:^|[\s"'])(?:\.\/)?((?:[\w.-]+\/)*[\w.-]+)(?=$|[\s"'])/gm;
const action =
  /^\s*-?\s*uses:\s*["']?[\w.-]+\/(?:[\w.-]+\/)*([\w.-]+?)(?:-(?:action|pre-commit))?@/gm;
/** `- id: ruff-check` of a hook. */
const hook = /^\s*-\s*id:\s*["']?(\w+)-/gm;

/**
 * The text of workflows with that of what they run: makefiles, scripts of the project's own, tools
 * that keep the commands in a file; and the tools that an action is named after, each on a line.
 */
export function followed({ theirs }: Project, text: string): string {
  const files = theirs.list();
  const found = [
    ...new Set([...text.matchAll(script)].flatMap(([, path = '']) => scriptAt(files, path))),
    ...indirect.flatMap(([use, name]) =>
      use.test(text) ? files.filter((path) => name.test(path)) : [],
    ),
  ];
  const whole = [text, ...found.map((path) => theirs.read(path) ?? '')].join('\n');
  const tools = [...whole.matchAll(action), ...whole.matchAll(hook)].map(([, name = '']) => name);
  return [whole, ...tools].join('\n');
}

/** A program of the project's own; a file of data or of prose runs nothing. */
const scriptAt = (files: readonly string[], path: string): readonly string[] =>
  !/\.(?:md|txt|ya?ml|json|toml|lock|cfg|ini)$/.test(path) && files.includes(path) ? [path] : [];
