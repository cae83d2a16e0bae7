import { exampleFile } from '../../../lib/example-file.ts';
import { pythonCodeOf, pythonModule } from '../../../lib/retrofit/python.ts';
import { askedByPython } from '../../../lib/retrofit/readiness.ts';
import type { Declarations, Dependency, Project } from '../../../lib/types.ts';

const folder = 'backing-services/templates/existing/python';

/** The client of a service in a Python project. */
interface Client {
  readonly template: string;
  readonly names: readonly string[];
  /** What the module gives to ask whether the service answers. */
  readonly check: string;
  readonly dependencies: readonly Dependency[];
  /** Where a framework has a setting of its own for such a service: that setting's name. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What a chosen service brings to a project of Python: its package, and a module that connects. */
export const pythonClient =
  ({ template, names, check, dependencies, settings }: Client) =>
  (project: Project): Declarations => {
    const { facts, stack } = project;
    const setting = settings[facts.stack?.value ?? ''];
    if (setting) {
      const message = `${setting} is left to you: read it from the variable in ${exampleFile(project)}`;
      return {
        dependencies,
        notes: [{ file: facts.entry?.value ?? stack.language.manifest, message }],
      };
    }
    const code = pythonCodeOf(project);
    if (!code) return { dependencies };
    const module = pythonModule(project, code, `${folder}/${template}.py`, names);
    return {
      dependencies,
      files: [module.file],
      lines: askedByPython(project, code, module, check),
    };
  };
