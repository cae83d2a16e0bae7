import { installingOf } from '../../../lib/existing/installing.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { type Finding, findings } from './findings.ts';
import { followed } from './followed.ts';
import { type Step, stepsOf } from './steps.ts';

/** What the checks that a project has already lack; they stay as they are. */
export function inspections(project: Project, files: readonly string[]): Declarations {
  const [first] = files;
  if (first === undefined) return {};
  const ci = new Set([...(project.facts.ci?.value ?? []), ...project.surroundings.ci, ...files]);
  const all = followed(
    project,
    [...ci].map((path) => runIn(path, project.theirs.read(path) ?? '')).join('\n'),
  );
  const locked = installingOf(project).lock !== undefined;
  const { buildsBare } = project.stack.language;
  const missing = stepsOf(project)
    .filter(({ title }) => title !== 'Build' || buildsBare)
    .filter((step) => !isRun(step, all) && !isLinted(step, project, all))
    .map(({ title, run }): Finding => ({ message: `has no step "${title}": \`${run}\`` }));
  return {
    inspections: files.map((path) => ({
      path,
      async look(text) {
        const own = path === first ? missing : [];
        const { get } = await import('../../../lib/documents/yaml.ts');
        if (!/\.ya?ml$/.test(path)) return own;
        const values = get(text, []);
        return path.includes('.github/workflows/')
          ? [...own, ...findings(text, values, locked)]
          : own;
      },
    })),
  };
}

/** What a file of checks runs; Travis runs the tests of Node where it is told no script. */
const runIn = (path: string, text: string): string =>
  /(?:^|\/)\.travis\.yml$/.test(path) && /node_js/.test(text) && !/^\s*-?\s*script:/m.test(text)
    ? `${text}\nnpm test\n`
    : text;

/** Whether some command of the checks is the step's, in any of the ways to spell it. */
function isRun({ run }: Step, text: string): boolean {
  const script = /^(?:npm run|npm|yarn run|yarn|pnpm run|pnpm) ([\w:-]+)/.exec(run)?.[1];
  const words =
    script === undefined
      ? programOf(run)
      : `(?:npm|yarn|pnpm|bun|turbo|nx|node)(?: --?\\S+)*(?: run(?:-script)?| r)?(?: --?\\S+)* ["']?(?:${escaped(script)}|${short(script)})`;
  return new RegExp(`(?:^|[\\s"'(])${words}(?![\\w:-])`, 'm').test(text);
}

/** What a command of Python's runs, wherever it is run from: a program, a module, manage.py's verb. */
function programOf(run: string): string {
  const bare = run.replace(/^cd \S+ && /, '').replace(/^(?:\w+=\S+ )+/, '');
  const plain = bare.replace(/^(?:uv|poetry|pipenv|pdm) run /, '');
  const [, verb] = /^python \S*manage\.py (\w+)/.exec(plain) ?? [];
  if (verb) return `\\S*manage(?:\\.py)?\\s+${escaped(verb)}`;
  return escaped(plain.replace(/^python -m /, '').split(' ')[0] ?? plain);
}

/** A linter may be run by itself, or by a script of its own for CI. */
function isLinted({ title }: Step, { facts }: Project, text: string): boolean {
  if (title !== 'Lint') return false;
  const program = facts.linter?.value.replace(/^@biomejs\//, '') ?? 'eslint';
  return new RegExp(
    `(?:^|[\\s"'/])(?:${escaped(program)}|lint[:-][\\w:-]+)(?=[\\s"']|$)`,
    'm',
  ).test(text.replaceAll(/^\s*-?\s*(?:uses|name):.*$/gm, ''));
}

/** The test is often run by the script that also measures its coverage, or by its short name. */
const short = (script: string): string =>
  /test|coverage/.test(script) ? 't|test|coverage|test:[\\w:-]+' : escaped(script);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
