import { inDevelopment } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectStatus, json } from '../http/answers.ts';
import { asJson, asList, isJson, type Json } from '../json.ts';
import type { Check, Subject } from '../types.ts';

const needs = ['rest'] as const;

/** The statuses that the contract gives each operation. */
const OPERATIONS: Readonly<Record<string, readonly number[]>> = {
  'get /api/todos': [200, 401, 422, 503],
  'post /api/todos': [201, 400, 401, 413, 415, 422, 503],
  'get /api/todos/{id}': [200, 401, 404, 503],
  'patch /api/todos/{id}': [200, 400, 401, 404, 413, 415, 422, 503],
  'delete /api/todos/{id}': [204, 401, 404, 503],
};
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

async function documentOf(app: Subject): Promise<Json> {
  const answer = await (await inDevelopment(app)).ask('GET /openapi.json');
  expectStatus(answer, 200);
  return json(answer);
}

function operationsOf(document: Json): ReadonlyMap<string, Json> {
  const paths = asJson(document.paths, 'paths');
  const found = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(asJson(item, path))
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]): [string, Json] => [
        `${method} ${path.replace(/\{\w+\}/, '{id}')}`,
        asJson(operation, path),
      ]),
  );
  return new Map(found);
}

function resolved(document: Json, value: unknown): Json {
  const node = asJson(value, 'a schema');
  if (typeof node.$ref !== 'string') return node;
  const steps = node.$ref.replace(/^#\//, '').split('/');
  const target = steps.reduce<unknown>((at, step) => (isJson(at) ? at[step] : undefined), document);
  expect(isJson(target), `${node.$ref} leads nowhere`);
  return resolved(document, target);
}

/** The schema of the JSON in a body or a response. */
function schemaIn(document: Json, holder: unknown): Json {
  const content = asJson(resolved(document, holder).content, 'content');
  return resolved(document, asJson(content['application/json'], 'application/json').schema);
}

/** The OpenAPI document. */
export const openapi: readonly Check[] = [
  {
    id: 'openapi.operations',
    line: 'GET /openapi.json: OpenAPI 3.1 of exactly the resource',
    needs,
    run: async (app) => {
      const document = await documentOf(app);
      expect(/^3\.1\.\d+$/.test(String(document.openapi)), `openapi: ${String(document.openapi)}`);
      const found = [...operationsOf(document).keys()].sort().join(', ');
      const wanted = Object.keys(OPERATIONS).sort().join(', ');
      expect(found === wanted, `it has ${found}`);
      return undefined;
    },
  },
  {
    id: 'openapi.statuses',
    line: 'the document names every status of the contract, as problem+json',
    needs,
    run: async (app) => {
      const document = await documentOf(app);
      const operations = operationsOf(document);
      for (const [name, statuses] of Object.entries(OPERATIONS)) {
        const responses = asJson(operations.get(name)?.responses, `responses of ${name}`);
        const known = (status: number) =>
          responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
        const missing = statuses.filter((status) => known(status) === undefined);
        expect(missing.length === 0, `${name} lacks ${missing.join(', ')}`);
        for (const status of statuses.filter((wanted) => wanted >= 400)) {
          const { content } = resolved(document, known(status));
          const problem = isJson(content) && 'application/problem+json' in content;
          expect(problem, `${name}: ${status} is not documented as problem+json`);
        }
      }
      return undefined;
    },
  },
  {
    id: 'openapi.todo',
    line: 'the document has the todo of the contract: four fields, title of 1–200 characters',
    needs,
    run: async (app) => {
      const document = await documentOf(app);
      const post = operationsOf(document).get('post /api/todos') ?? {};
      const made = schemaIn(document, asJson(post.responses, 'responses')['201']);
      const fields = Object.keys(asJson(made.properties, 'properties')).sort().join(', ');
      expect(fields === 'createdAt, done, id, title', `a todo has ${fields}`);
      const body = schemaIn(document, post.requestBody);
      const title = resolved(document, asJson(body.properties, 'properties').title);
      const { minLength, maxLength } = title;
      expect(minLength === 1 && maxLength === 200, `title: ${minLength}–${maxLength}`);
      return undefined;
    },
  },
  {
    id: 'openapi.query',
    line: 'the document has ?limit= (1–100, default 20) and &offset=',
    needs,
    run: async (app) => {
      const document = await documentOf(app);
      const list = operationsOf(document).get('get /api/todos') ?? {};
      const parameters = asList(list.parameters, 'parameters').map((one) =>
        resolved(document, one),
      );
      const schemaOf = (name: string) =>
        resolved(document, parameters.find((one) => one.name === name)?.schema);
      const { minimum, maximum, default: fallback } = schemaOf('limit');
      const range = `${minimum}–${maximum}, default ${fallback}`;
      expect(range === '1–100, default 20', `limit: ${range}`);
      expect(schemaOf('offset').minimum === 0, 'offset has not the minimum 0');
      return undefined;
    },
  },
  {
    id: 'openapi.security',
    line: 'the document says that a bearer token is taken',
    needs,
    run: async (app) => {
      const document = await documentOf(app);
      const components = asJson(document.components, 'components');
      const schemes = Object.values(asJson(components.securitySchemes, 'securitySchemes'));
      const bearer = schemes.some((one) => resolved(document, one).scheme === 'bearer');
      expect(bearer, 'no scheme is bearer');
      const own = [...operationsOf(document).values()].every(
        ({ security }) => Array.isArray(security) && security.length > 0,
      );
      expect(own || Array.isArray(document.security), 'no operation asks for it');
      return undefined;
    },
  },
];
