import { needs } from '../../../lib/lines.ts';
import { declaresDotenv } from '../../../lib/retrofit/dotenv.ts';
import {
  besideApplication,
  type PythonCode,
  pythonCodeOf,
  pythonModule,
} from '../../../lib/retrofit/python.ts';
import type { Declarations, Dependency, Project, Variable } from '../../../lib/types.ts';
import { type Read, requiredReads } from './required.ts';

/** A loader of its own for a Python app that has none: a new module, run before the app is made. */
export function pythonLoader(project: Project, variables: readonly Variable[]): Declarations {
  const code = pythonCodeOf(project);
  if (!code || variables.length === 0) return {};
  const template = 'config/templates/existing/python/environment.py';
  const module = pythonModule(project, code, template, ['environment', 'check_environment']);
  const sorted = [...variables].sort((a, b) => (a.name < b.name ? -1 : 1));
  const reads = requiredReads(project, code);
  const required = new Set(reads.map(({ name }) => name));
  return {
    files: [module.file],
    lines: sorted.map((variable, rank) => ({
      at: `${module.file.path}#variables`,
      rank,
      text: `"${variable.name}": ${ruleOf(project, variable, required)},`,
    })),
    splices: [
      besideApplication(placed(project, code, reads), 'before', module, 'check_environment()'),
    ],
  };
}

/** The variables that the check of a Python app requires. */
export function pythonRequired(project: Project): ReadonlySet<string> {
  const code = pythonCodeOf(project);
  return new Set(code ? requiredReads(project, code).map(({ name }) => name) : []);
}

/** Before the application, or what the entry reads before that. */
function placed(project: Project, code: PythonCode, reads: readonly Read[]): PythonCode {
  const text = project.theirs.read(code.entry) ?? '';
  const made = text.search(new RegExp(`^${code.object}\\b[^=\\n]*=(?!=)`, 'm'));
  const [first] = reads;
  const isEarly = code.factory === '' && first !== undefined && first.start < made;
  const holder = isEarly ? first.holder : undefined;
  const isSingle = text.split(new RegExp(`^${holder}\\b[^=\\n]*=(?!=)`, 'm')).length === 2;
  return holder !== undefined && isSingle ? { ...code, object: holder } : code;
}

/** What brings `.env` to code that `--fix` made load it. */
export function dotenvNeeds({ moved, stack, theirs }: Project): readonly Dependency[] {
  if (moved.length === 0 || stack.language.name !== 'python') return [];
  const code = theirs.list().filter((path) => path.endsWith('.py'));
  const loads = code.some((path) =>
    /^from dotenv import load_dotenv\r?$/m.test(theirs.read(path) ?? ''),
  );
  return loads && !declaresDotenv({ theirs }) ? needs('python-dotenv') : [];
}

/** Only what surely is required is, and only a number has a form: what starts today starts then. */
function ruleOf(
  project: Project,
  { name, example, fallback, secret }: Variable,
  required: ReadonlySet<string>,
): string {
  const rule = [
    ...(required.has(name) ? ['required=True'] : []),
    ...(fallback !== undefined && !secret ? [`fallback=${JSON.stringify(example ?? '')}`] : []),
    ...(name === project.facts.numberVariable?.value ? ['pattern=r"\\d{1,5}"'] : []),
  ];
  return `Rule(${rule.join(', ')})`;
}
