import type { Declarations, Project, Splice } from '../types.ts';
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
  /** The frameworks that it has a template for. */
  readonly templates: readonly string[];
  /** Names that the module may have, in the order of preference. */
  readonly names: readonly string[];
  /** What is called with the app, and Django's class of middleware. */
  readonly verb: string;
  readonly middleware: string;
  /** What the code gives with it. */
  readonly gives?: string;
}

/** An add-on in its place. */
export interface Added {
  readonly code: PythonCode;
  readonly module: PythonModule;
  /** Whether its templates can await what is asked in the loop that serves. */
  readonly inLoop: boolean;
  readonly declarations: Declarations;
}

/** What an add-on is made of for a framework. */
interface Framework {
  readonly template: string;
  readonly inLoop?: true;
  /** The line that wires it; undefined where no place for it is sure. */
  wire(project: Project, code: PythonCode, part: AddOn, module: PythonModule): Splice | undefined;
}

const called = (template: string): Framework => ({
  template,
  wire: (_, code, { verb }, module) =>
    besideApplication(code, 'after', module, `${verb}(${code.object})`),
});

const served = (template: string): Framework => ({ ...called(template), inLoop: true });

/** By the framework's name; one that is missing has no place that is sure. */
const frameworks: Readonly<Record<string, Framework>> = {
  django: {
    template: 'django',
    wire: (project, _, { middleware }, { name }) =>
      besideMiddleware(project, `"${name}.${middleware}"`),
  },
  aiohttp: served('aiohttp'),
  bottle: called('bottle'),
  fastapi: served('starlette'),
  flask: called('flask'),
  litestar: served('litestar'),
  quart: served('quart'),
  sanic: served('sanic'),
  starlette: served('starlette'),
};

/** A new module before all that the app answers; undefined where no place for its line is sure. */
export function addOn(project: Project, part: AddOn): Added | undefined {
  const framework = frameworks[project.facts.stack?.value ?? ''];
  const code = pythonCodeOf(project);
  if (!code || !framework || !part.templates.includes(framework.template)) return undefined;
  const template = `${part.folder}/${framework.template}.py`;
  const module = pythonModule(project, code, template, part.names);
  const wired = framework.wire(project, code, part, module);
  const splice = wired && { ...wired, ...(part.gives && { gives: part.gives }) };
  const declarations = splice && { files: [module.file], splices: [splice] };
  return declarations && { code, module, inLoop: framework.inLoop === true, declarations };
}
