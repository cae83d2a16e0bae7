import { needs } from '../../../lib/lines.ts';
import { declaresDotenv, dotenvOf } from '../../../lib/retrofit/dotenv.ts';
import { besideApplication, pythonCodeOf, pythonModule } from '../../../lib/retrofit/python.ts';
import type { Declarations, Dependency, Project, Variable } from '../../../lib/types.ts';

/** A loader of its own for a Python app that has none: a new module, run before the app is made. */
export function pythonLoader(project: Project, variables: readonly Variable[]): Declarations {
  const code = pythonCodeOf(project);
  if (!code || variables.length === 0) return {};
  const template = 'config/templates/existing/python/environment.py';
  const module = pythonModule(project, code, template, ['environment', 'check_environment']);
  const sorted = [...variables].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    files: [module.file],
    lines: sorted.map((variable, rank) => ({
      at: `${module.file.path}#variables`,
      rank,
      text: `"${variable.name}": ${ruleOf(project, variable)},`,
    })),
    splices: [besideApplication(code, 'before', module, 'check_environment()')],
  };
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
function ruleOf(project: Project, { name, example, fallback, secret }: Variable): string {
  const rule = [
    ...(isRequired(project, name) ? ['required=True'] : []),
    ...(fallback !== undefined && !secret ? [`fallback=${JSON.stringify(example ?? '')}`] : []),
    ...(name === project.facts.numberVariable?.value ? ['pattern=r"\\d{1,5}"'] : []),
  ];
  return `Rule(${rule.join(', ')})`;
}

/** Whether the entry itself can't be loaded without a variable, and nothing loads it from a file. */
function isRequired(project: Project, name: string): boolean {
  const text = project.theirs.read(project.facts.entry?.value ?? '') ?? '';
  const reads = new RegExp(`^\\w+ = os\\.environ\\[["']${name}["']\\]`, 'm');
  return dotenvOf(project) === undefined && reads.test(text);
}
