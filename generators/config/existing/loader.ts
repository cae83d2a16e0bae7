import { lines } from '../../../lib/lines.ts';
import type { Code } from '../../../lib/retrofit/code.ts';
import { dotenvOf } from '../../../lib/retrofit/dotenv.ts';
import { moduleOf, takeIn, takesIn } from '../../../lib/retrofit/module.ts';
import { atTheStart } from '../../../lib/retrofit/places.ts';
import type { Declarations, Line, Project, Variable } from '../../../lib/types.ts';

const names = ['environment', 'check-environment'];

/** A loader of its own for code that has none: a new file, run by the first line of the entry. */
export function loader(
  project: Project,
  code: Code,
  variables: readonly Variable[],
  required: ReadonlySet<string>,
): Declarations {
  if (takesIn(project, code.entry, names)) return {};
  const module = moduleOf(project, code, 'config/templates/existing/node/environment', names);
  const sorted = [...variables].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    files: [module.file],
    lines: [
      ...loading(project, code, module.file.path),
      ...sorted.map((variable, rank) => ({
        at: `${module.file.path}#variables`,
        rank,
        text: entry(project, required, variable),
      })),
      ...sorted.map((variable, rank) => ({
        at: `${module.file.path}#types`,
        rank,
        text: `readonly ${variable.name}: ${isAlways(required, variable) ? 'string' : 'string | undefined'};`,
      })),
    ],
    splices: [atTheStart(project, code, module)],
  };
}

/**
 * The lines that load `.env` on a developer's machine, where it is the tool's and nothing else does.
 */
function loading(project: Project, code: Code, path: string): readonly Line[] {
  if (!project.ownEnv || dotenvOf(project)) return [];
  const typed = `(process as { loadEnvFile?: (path: string) => void }).loadEnvFile?.(file)`;
  const call = code.flavour === 'ts' ? typed : `process.loadEnvFile?.(file)`;
  const block = [
    '',
    "// A developer's own values; real variables win, and production has no other.",
    "const file = '.env';",
    `const { NODE_ENV: mode = '' } = process.env;`,
    "if (!['production', 'test'].includes(mode) && existsSync(file)) {",
    `  ${call};`,
    '}',
  ];
  return [
    ...lines(`${path}#files`, [takeIn(code, `node:fs`, 'existsSync')]),
    ...lines(`${path}#load`, [block.join('\n')]),
  ];
}

/** Whether a variable has a value in each process that goes on. */
const isAlways = (required: ReadonlySet<string>, { name, optional, secret }: Variable): boolean =>
  required.has(name) || (optional === true && secret !== true);

/** Only what surely is required is, and only a number has a form: what starts today starts then. */
function entry(
  project: Project,
  required: ReadonlySet<string>,
  { name, example, optional, secret }: Variable,
): string {
  const isPort = name === project.facts.numberVariable?.value;
  const rule = [
    ...(required.has(name) ? ['required: true'] : []),
    ...(optional && !secret ? [`fallback: ${quoted(example ?? '')}`] : []),
    ...(isPort ? ['pattern: /^\\d{1,5}$/'] : []),
  ];
  const options = rule.length > 0 ? `, { ${rule.join(', ')} }` : '';
  return `${name}: read('${name}'${options}),`;
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
