import { lines } from '../lines.ts';
import type { Declarations, Project } from '../types.ts';
import type { Code } from './code.ts';
import { importOf, type Module, moduleOf, takeIn, takesIn } from './module.ts';
import { besideListening, type Listening } from './places.ts';

/** How a framework's app is handed over as a server. */
interface Framework {
  /** The calls that make what listens. */
  readonly made: readonly string[];
  /** What stands for the server, and the app's own way to stop, for the app's name. */
  words(name: string): { readonly server: string; readonly close?: string };
}

const made = [
  'http.createServer',
  'https.createServer',
  'express',
  'new koa',
  '@hono/node-server.serve',
];
const itself: Framework = { made, words: (name) => ({ server: name }) };
const inside = (server: string): Framework => ({
  made: ['fastify', '@nestjs/core.NestFactory.create'],
  words: (name) => ({ server: `${name}${server}`, close: `() => ${name}.close()` }),
});

/** By the framework's name; one that is missing can't be handed over, and is told. */
const frameworks: Readonly<Record<string, Framework>> = {
  express: itself,
  koa: itself,
  hono: itself,
  http: itself,
  fastify: inside('.server'),
  nest: inside('.getHttpServer()'),
};

/** A verb of a new module that is handed the server, before it listens. */
export interface ServerPart {
  /** The template's path below `generators/`, without its ending. */
  readonly template: string;
  /** File names in the order of preference. */
  readonly names: readonly string[];
  readonly verb: string;
  /** It is told how the app is closed, too. */
  readonly closes?: boolean;
  /** What it takes in from the module that it is built upon. */
  readonly takes: string;
  /** What the code gives with it. */
  readonly gives?: string;
}

/** Whether what is made of a server can be put into a project. */
export const canServe = ({ facts }: Project): boolean =>
  facts.listen !== undefined && frameworks[facts.stack?.value ?? 'http'] !== undefined;

/** A part of the server as a new file, wired by one line before the project listens. */
export function serverPart(project: Project, code: Code, part: ServerPart): Declarations {
  const { listen, stack } = project.facts;
  const framework = frameworks[stack?.value ?? 'http'];
  if (!listen || !framework || takesIn(project, listen.value.file, part.names)) return {};
  const listening: Listening = {
    ...listen.value,
    made: framework.made,
    words: (name) => {
      const { server, close } = framework.words(name);
      return [server, ...(part.closes && close ? [close] : [])].join(', ');
    },
  };
  const base = moduleOf(project, code, 'processes/templates/existing/node/listening', [
    'listening',
    'server-listening',
  ]);
  const module = moduleOf(project, code, part.template, part.names);
  return {
    files: [base.file, module.file],
    lines: takingIn(code, module, base, part.takes),
    splices: [
      {
        ...besideListening(listening, code, module, part.verb),
        ...(part.gives && { gives: part.gives }),
      },
    ],
  };
}

/** The lines by which a new file takes in what it is built upon; types apart, where there are some. */
function takingIn(code: Code, { file }: Module, base: Module, takes: string) {
  const all = takes.split(' ');
  const source = base.source(file.path);
  const isType = (name: string): boolean => /^[A-Z]/.test(name);
  const named = (names: readonly string[]): string => names.join(', ');
  const values = takeIn(code, source, named(all.filter((name) => !isType(name))));
  // TypeScript before 4.5 knows no `type` inside of the braces.
  const types = importOf(source, named(all.filter(isType))).replace('import', 'import type');
  return lines(`${file.path}#imports`, code.flavour === 'ts' ? [types, values] : [values]);
}
