import { expect } from '../failure.ts';
import { besideHeldPort } from '../processes/ports.ts';
import { refuses, showsNone, unset } from '../refusal.ts';
import type { Check } from '../types.ts';
import { MALFORMED } from './malformed.ts';

/** The environment contract. */
export const config: readonly Check[] = [
  {
    id: 'config.missing',
    line: 'a missing variable: exit 78; standard error names every such variable',
    run: async (app) => {
      const names = app.language.required.web;
      await refuses(app, 'web', unset(names), names);
      return undefined;
    },
  },
  {
    id: 'config.malformed',
    line: 'a malformed variable: exit 78; standard error names every such variable, never a value',
    run: async (app) => {
      const child = await refuses(app, 'web', MALFORMED, Object.keys(MALFORMED));
      showsNone(child, MALFORMED);
      return undefined;
    },
  },
  {
    id: 'config.mixed',
    line: 'what is missing and what is malformed are named together',
    run: async (app) => {
      const changes = { ...unset(app.language.required.web), LOG_LEVEL: 'loudest' };
      await refuses(app, 'web', changes, [...app.language.required.web, 'LOG_LEVEL']);
      return undefined;
    },
  },
  {
    id: 'config.before-port',
    line: 'it exits before the port opens',
    run: async (app) => {
      // A process that opened the port first would complain of that instead.
      await besideHeldPort('127.0.0.1', async (PORT) => {
        const changes = { SECRET_KEY: undefined, PORT };
        const { stderr } = await refuses(app, 'web', changes, ['SECRET_KEY']);
        expect(!/EADDRINUSE|in use/i.test(stderr), 'it tried to open the port');
      });
      return undefined;
    },
  },
  {
    id: 'config.environment-name',
    line: 'an environment of another name than development, test, production: exit 78',
    run: async (app) => {
      const name = app.language.environmentVariable;
      const changes = { [name]: 'staging-typo' };
      showsNone(await refuses(app, 'web', changes, [name]), changes);
      return undefined;
    },
  },
  {
    id: 'config.unset-is-production',
    line: 'an unset NODE_ENV / APP_ENV is production: secrets are required there too',
    run: async (app) => {
      const names = ['SECRET_KEY', 'API_TOKENS'];
      await refuses(app, 'web', unset([app.language.environmentVariable, ...names]), names);
      return undefined;
    },
  },
  {
    id: 'config.empty',
    line: 'secrets never have a default in production: an empty one is a missing one',
    run: async (app) => {
      const names = ['SECRET_KEY', 'API_TOKENS'];
      await refuses(app, 'web', { SECRET_KEY: '', API_TOKENS: '' }, names);
      return undefined;
    },
  },
  {
    id: 'config.short-key',
    line: 'SECRET_KEY: 50 characters at least',
    run: async (app) => {
      const changes = { SECRET_KEY: 'k3y'.repeat(16) };
      showsNone(await refuses(app, 'web', changes, ['SECRET_KEY']), changes);
      const web = await app.start('web', { SECRET_KEY: '0123456789'.repeat(5) });
      await web.stop();
      return undefined;
    },
  },
];
