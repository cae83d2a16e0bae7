import { declares } from '../../../lib/retrofit/present.ts';
import type { Files } from '../../../lib/types.ts';

/** Packages that show a page of the API by themselves, or serve what does. */
const showing = [
  ...[
    'fastapi',
    'drf-spectacular',
    'drf-yasg',
    'flasgger',
    'flask-smorest',
    'apispec',
    'connexion',
  ],
  ...['django-ninja', 'flask-restx', 'flask-restplus', 'apiflask', 'flask-openapi3', 'spectree'],
  ...[
    'flask-swagger-ui',
    'flask-rebar',
    'swagger-ui-py',
    'swagger-ui-bundle',
    'django-rest-swagger',
  ],
  ...['drf-spectacular-sidecar', 'litestar', 'quart-schema', 'sanic-ext', 'flask-openapi'],
];
/** Packages whose page of GraphQL is on unless the code says otherwise. */
const editing = ['strawberry-graphql', 'strawberry-graphql-django', 'ariadne', 'ariadne-django'];
const graphql = [
  'graphene',
  'graphene-django',
  'graphene-sqlalchemy',
  'graphql-core',
  'graphql-server',
];

const named = (theirs: Files, packages: readonly string[]): string | undefined =>
  packages.find((name) => declares(theirs, [name]));

const sources = (theirs: Files): readonly string[] =>
  theirs
    .list()
    .filter((path) => path.endsWith('.py'))
    .map((path) => theirs.read(path) ?? '');

/** What shows the API already, if something does. */
export const ownDocs = (theirs: Files): string | undefined =>
  named(theirs, showing) ??
  (sources(theirs).some((text) =>
    /\b(?:get_schema_view|include_docs_urls|SwaggerUIBundle)\b/.test(text),
  )
    ? 'the code'
    : undefined);

/** The project's OpenAPI document, the one nearest to its root. */
export const documentOf = (theirs: Files): string | undefined =>
  theirs
    .list()
    .filter((path) => /(?:^|\/)(?:openapi|swagger)\.(?:json|ya?ml)$/i.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0];

/** Whether Django REST framework answers, and nothing tells what. */
export const restOnly = (theirs: Files): boolean => declares(theirs, ['djangorestframework']);

/** What shows a page of GraphQL already, if something does. */
export const ownGraphiql = (theirs: Files): string | undefined =>
  named(theirs, editing) ??
  (sources(theirs).some((text) => /graphiql\s*=\s*True|graph[iq]*ql_ide/i.test(text))
    ? 'the code'
    : undefined);

/** The address at which GraphQL is answered, as a route of the code says it. */
export function graphqlIn(theirs: Files): string | undefined {
  if (!declares(theirs, graphql)) return undefined;
  const found = sources(theirs).flatMap(
    (text) => /['"]\^?\/?(graphql\/?)\$?['"]/.exec(text)?.[1] ?? [],
  );
  return found.length === 1 ? `/${found[0]}` : undefined;
}

/** The dashboards that fit Python code: none beside one that it has. */
export const fittingPython = (theirs: Files): readonly string[] => [
  ...(shows(theirs) ? ['swagger'] : []),
  ...(ownGraphiql(theirs) === undefined && graphqlIn(theirs) !== undefined ? ['graphiql'] : []),
];

const shows = (theirs: Files): boolean =>
  declares(theirs, ['django', 'flask']) &&
  ownDocs(theirs) === undefined &&
  (documentOf(theirs) !== undefined || restOnly(theirs));
