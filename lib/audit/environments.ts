import type { Environment, Running, Subject } from './types.ts';

/** The changes that make an environment that of development: everything public by default. */
export function development({ language }: Subject): Environment {
  return { [language.environmentVariable]: 'development', API_TOKENS: undefined };
}

/** The shared web process in production, with everything else at its default. */
export function inProduction(app: Subject): Promise<Running> {
  return app.shared('web');
}

/** The shared web process in development, with everything else at its default. */
export function inDevelopment(app: Subject): Promise<Running> {
  return app.shared('web', development(app));
}
