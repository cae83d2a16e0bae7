import { combine } from '../../lib/declare.ts';
import { lines, needs } from '../../lib/lines.ts';
import { type Code, codeOf } from '../../lib/retrofit/code.ts';
import { canServe, serverPart } from '../../lib/retrofit/listening.ts';
import { moduleOf, takeIn } from '../../lib/retrofit/module.ts';
import type { Declarations, Files, Project } from '../../lib/types.ts';
import { documentOf, fittingPython } from './existing/python-code.ts';
import { address } from './pages.ts';

const folder = 'admin-dashboard/templates/existing/node';
const ownSwagger =
  /"(?:swagger-ui-\w+|@fastify\/swagger-ui|@nestjs\/swagger|koa2-swagger-ui|redoc[\w-]*|@scalar\/[\w-]+|drf-spectacular|flasgger)/;
const ownGraphiql =
  /"(?:graphql-yoga|mercurius|graphql-playground[\w-]*|apollo-server[\w-]*|@apollo\/server)"/;
const graphql = /"(?:graphql|graphql-http|express-graphql|type-graphql)"/;

/** Whether the code answers GraphQL at `/graphql`, with no page of its own for it. */
function answersGraphql(theirs: Files): boolean {
  const manifest = theirs.read('package.json') ?? '';
  if (!graphql.test(manifest) || ownGraphiql.test(manifest)) return false;
  return theirs
    .list()
    .some(
      (path) => /\.[cm]?[jt]s$/.test(path) && /['"`]\/graphql['"`]/.test(theirs.read(path) ?? ''),
    );
}

const showsDocument = (theirs: Files): boolean =>
  documentOf(theirs) !== undefined && !ownSwagger.test(theirs.read('package.json') ?? '');

/** The dashboards that fit code that is there: never the admin, none beside one that it has. */
export const fitting = (theirs: Files): readonly string[] => {
  const isNode = theirs.read('package.json') !== undefined;
  const node = [
    ...(isNode && showsDocument(theirs) ? ['swagger'] : []),
    ...(isNode && answersGraphql(theirs) ? ['graphiql'] : []),
  ];
  return [...new Set([...node, ...fittingPython(theirs)])];
};

/** What opens dashboards where they are shut. */
export const dashboards: Declarations = {
  variables: [
    {
      name: 'DASHBOARDS',
      about: 'Whether the dashboards are served outside development.',
      section: 'Web',
      fallback: '`false`',
    },
  ],
};

const lacking = (title: string, what: string): Declarations => ({
  notes: [{ file: 'package.json', message: `${title} is left to you: ${what}` }],
});

/** Swagger UI over the project's own document. */
export function swaggerPage(project: Project): Declarations {
  const document = documentOf(project.theirs);
  const code = canServe(project) ? codeOf(project) : undefined;
  if (!document)
    return lacking('Swagger UI', 'no OpenAPI document was found (openapi.json, .yaml)');
  if (!code) return lacking('Swagger UI', 'nothing was found that listens');
  const names = ['docs', 'serve-docs'];
  const { file } = moduleOf(project, code, `${folder}/swagger`, names);
  return combine([
    dashboards,
    address(70, '`GET /docs`', 'Swagger UI; outside development only with `DASHBOARDS=true`'),
    {
      dependencies: needs('swagger-ui-dist'),
      // The package counts its installs; this app does not.
      manifest: { scarfSettings: { enabled: false } },
      lines: library(project, code, file.path, document),
    },
    serverPart(project, code, {
      template: `${folder}/swagger`,
      names,
      verb: 'serveDocs',
      takes: 'Answer answerFirst Listener onServer',
    }),
  ]);
}

/** How a file finds the files of a package, and the document that it shows. */
function library({ facts }: Project, code: Code, path: string, document: string) {
  const esm = code.flavour === 'mjs' || (code.flavour === 'ts' && facts.module?.value === 'esm');
  const resolver = esm ? 'createRequire(import.meta.url)' : 'require';
  return [
    ...lines(`${path}#module`, esm ? [takeIn(code, `node:module`, 'createRequire')] : []),
    ...lines(`${path}#resolve`, [`const { resolve } = ${resolver};`]),
    ...lines(`${path}#document`, [
      `[\n  '/docs/openapi',\n  answer('text/plain; charset=utf-8', () => readFileSync('${document}')),\n],`,
    ]),
  ];
}

/** GraphiQL for the schema that is answered at `/graphql`. */
export function graphiqlPage(project: Project): Declarations {
  const code = canServe(project) ? codeOf(project) : undefined;
  if (!answersGraphql(project.theirs))
    return lacking('GraphiQL', 'no GraphQL was found at /graphql that has no page yet');
  if (!code) return lacking('GraphiQL', 'nothing was found that listens');
  return combine([
    dashboards,
    address(71, '`GET /graphiql`', 'GraphiQL; outside development only with `DASHBOARDS=true`'),
    { dependencies: needs('@graphql-yoga/render-graphiql') },
    serverPart(project, code, {
      template: `${folder}/graphiql`,
      names: ['graphiql', 'serve-graphiql'],
      verb: 'serveGraphiql',
      takes: 'answerFirst Listener onServer',
    }),
  ]);
}
