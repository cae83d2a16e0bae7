import type { TestApp } from './app.ts';

/** What GraphQL answers. */
export interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** Sends a document to the app, and reads the answer. */
export async function ask(
  app: TestApp,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer> {
  const response = await app.send('POST', '/graphql', { query, variables });
  return (await response.json()) as GraphqlAnswer;
}

/** The codes of the errors of an answer. */
export const codesOf = ({ errors = [] }: GraphqlAnswer) =>
  errors.map(({ extensions }) => extensions.code);
