import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import type { Texts } from '../run.ts';
import { fact, retrofit, write } from './support.ts';

const root = join(import.meta.dirname, '../..');
/** What the packages of the new files offer, as far as those files use it. */
const packages = `
declare module 'pg' {
  export class Pool {
    query(text: string): Promise<unknown>;
    end(): Promise<void>;
    constructor(options: { connectionString: string; connectionTimeoutMillis: number });
    on(event: 'error', listener: (error: Error) => void): this;
  }
}
declare module 'redis' {
  interface Client {
    isReady: boolean;
    on(event: string, listener: (error: Error) => void): this;
    connect(): Promise<Client>;
    ping(): Promise<string>;
    unref(): void;
  }
  export function createClient(options: { url: string }): Client;
}
declare module 'prom-client' {
  export function collectDefaultMetrics(): void;
  export const register: { readonly contentType: string; metrics(): Promise<string> };
  export class Histogram<T extends string> {
    constructor(options: { name: string; help: string; labelNames: readonly T[] });
    startTimer(labels: Partial<Record<T, string | number>>): (labels: Partial<Record<T, string | number>>) => number;
  }
}
declare module '@graphql-yoga/render-graphiql' {
  export function renderGraphiQL(options: { endpoint: string }): string;
}
`;
/** The strictest that a project can ask for. */
const strict = {
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  allowUnreachableCode: false,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  noEmit: true,
  skipLibCheck: true,
  lib: ['es2022'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};
const kinds: Readonly<Record<string, { type: string; end: string; options: object }>> = {
  'ES modules': {
    type: 'module',
    end: '.js',
    options: {
      module: 'nodenext',
      target: 'es2022',
      verbatimModuleSyntax: true,
      declaration: true,
      isolatedDeclarations: true,
      erasableSyntaxOnly: true,
    },
  },
  CommonJS: {
    type: 'commonjs',
    end: '',
    options: { module: 'commonjs', moduleResolution: 'bundler', target: 'es2022' },
  },
};

const projectOf = (type: string, end: string, options: object): Texts => ({
  'package.json': JSON.stringify(
    { name: 'x', type, dependencies: { graphql: '^16.0.0' } },
    undefined,
    2,
  ),
  'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, ...options }, include: ['src'] }),
  'openapi.yaml': 'openapi: 3.1.0\n',
  'src/index.ts': `import { createServer } from 'node:http';\nimport { path } from './path${end}';\n\nconst server = createServer((_request, response) => response.end(path + process.env['GREETING']));\nserver.listen(4000);\n`,
  'src/path.ts': "export const path = '/graphql';\n",
  'src/packages.d.ts': packages,
});

test.each(Object.keys(kinds))('every new file in TypeScript is type-clean as %s', async (name) => {
  const { type, end, options } = kinds[name] as (typeof kinds)[string];
  const facts = {
    entry: fact('src/index.ts'),
    variables: { value: ['GREETING'], evidence: ['src/index.ts:4'] },
    module: fact(type === 'module' ? ('esm' as const) : ('cjs' as const)),
    listen: fact({ file: 'src/index.ts', line: 5, name: 'server' }),
  };
  const before = projectOf(type, end, options);
  const given = { cache: 'redis', database: 'postgresql', monitoring: 'prometheus' };
  const { texts } = await retrofit(before, 'app', given, facts);
  const made = Object.keys(texts).filter((path) => path.startsWith('src/') && !(path in before));
  expect(made.sort()).toEqual(
    [
      'cache',
      'database',
      'docs',
      'environment',
      'graphiql',
      'health',
      'listening',
      'metrics',
      'shutdown',
    ].map((each) => `src/${each}.ts`),
  );
  const sqlite = await retrofit(before, 'backing-services', { database: 'sqlite' }, facts);
  const { path, remove } = scratch();
  try {
    write(path, { ...texts, 'src/sqlite.ts': sqlite.texts['src/database.ts'] ?? '' });
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const ended = spawnSync(process.execPath, [tsc, '-p', path], { encoding: 'utf8' });
    expect(ended.stdout).toBe('');
    expect(ended.status).toBe(0);
  } finally {
    remove();
  }
});

test('new files are written as the entry is: spaces, commas and semicolons; types are taken in apart', async () => {
  const entry = [
    "import { createServer } from 'node:http'",
    '',
    'function greet (',
    '  name: string,',
    "  mark = '!'",
    ') {',
    '  return name + mark',
    '}',
    '',
    "const server = createServer((_request, response) => response.end(greet('you')))",
    'server.listen(4000)',
    '',
  ].join('\n');
  const before = { ...projectOf('module', '.js', {}), 'src/index.ts': entry };
  const facts = {
    entry: fact('src/index.ts'),
    module: fact('esm' as const),
    listen: fact({ file: 'src/index.ts', line: 11, name: 'server' }),
  };
  const { texts } = await retrofit(before, 'processes', {}, facts);
  const made = ['health', 'listening', 'shutdown'].map((name) => texts[`src/${name}.ts`] ?? '');
  for (const text of made) {
    expect(text).toMatch(/function \w+ \(/);
    expect(text).not.toMatch(/function \w+\(/);
    expect(text).not.toMatch(/,\n *[)\]}]/);
    expect(text).not.toMatch(/\{ type /);
    expect(text.replaceAll(/^ *(?:listen[(:]|readonly ).*\n/gm, '')).not.toMatch(/;$/m);
  }
  expect(made[0]).toContain("import type { Answer, Listener } from './listening.js'\n");
});
