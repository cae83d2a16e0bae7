import type { Declarations, Project } from '../types.ts';
import { besideMiddleware } from './middleware.ts';
import {
  besideApplication,
  type PythonCode,
  type PythonModule,
  pythonCodeOf,
  pythonModule,
} from './python.ts';

/** A part of a Python web app that is a new module, wired by one line. */
export interface AddOn {
  /** Below `generators/`; it holds a template for each framework. */
  readonly folder: string;
  /** Names that the module may have, in the order of preference. */
  readonly names: readonly string[];
  /** What is called with the app, and Django's class of middleware. */
  readonly verb: string;
  readonly middleware: string;
}

/** An add-on in its place. */
export interface Added {
  readonly code: PythonCode;
  readonly module: PythonModule;
  readonly declarations: Declarations;
}

/** The template by the framework's name; one that is missing has no place that is sure. */
const templates: Readonly<Record<string, string>> = {
  django: 'django',
  fastapi: 'starlette',
  flask: 'flask',
  starlette: 'starlette',
};

/** A new module before all that the app answers; undefined where no place for its line is sure. */
export function addOn(project: Project, part: AddOn): Added | undefined {
  const template = templates[project.facts.stack?.value ?? ''];
  const code = pythonCodeOf(project);
  if (!code || !template) return undefined;
  const path = `${part.folder}/${template}.py`;
  const module = pythonModule(project, code, path, part.names);
  const splice =
    template === 'django'
      ? besideMiddleware(project, `"${module.name}.${part.middleware}"`)
      : besideApplication(code, 'after', module, `${part.verb}(${code.object})`);
  return splice && { code, module, declarations: { files: [module.file], splices: [splice] } };
}
