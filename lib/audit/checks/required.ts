import { newDatabases } from '../databases/default.ts';
import { development } from '../environments.ts';
import { refuses, unset } from '../refusal.ts';
import type { Check } from '../types.ts';

/** Which variables a process requires. */
export const required: readonly Check[] = [
  {
    id: 'config.release',
    line: 'a variable is required by process: release asks for its own and no others',
    run: async (app) => {
      const names = app.language.required.release.filter(
        (name) => app.features.has('admin') || !name.startsWith('ADMIN_'),
      );
      await refuses(app, 'release', unset(names), names);
      await app.migrated();
      return `release ran with ${names.join(', ')} only`;
    },
  },
  {
    id: 'config.admin',
    line: 'ADMIN_EMAIL, ADMIN_PASSWORD: required by the admin process; API_TOKENS is not',
    needs: ['admin', 'admin-process'],
    run: async (app) => {
      const names = app.language.required.admin;
      await refuses(app, 'admin', unset(names), names);
      return 'the admin of every other check runs without API_TOKENS';
    },
  },
  {
    id: 'config.sqlite-default',
    line: 'only SQLite has a default, in development and test; none in production',
    needs: ['sqlite'],
    run: async (app) => {
      await refuses(app, 'web', { DATABASE_URL: undefined }, ['DATABASE_URL']);
      const made = await newDatabases(app.directory, async () => {
        const name = app.language.environmentVariable;
        for (const environment of ['development', 'test']) {
          const changes = { ...development(app), [name]: environment, DATABASE_URL: undefined };
          await (await app.start('web', changes)).stop();
        }
      });
      return made > 0 ? `${made} files of the default database were made and removed` : undefined;
    },
  },
  {
    id: 'config.database-default',
    line: 'DATABASE_URL has no default in development, but for SQLite',
    needs: ['network-database'],
    run: async (app) => {
      const changes = {
        [app.language.environmentVariable]: 'development',
        // Empty counts as unset, and hides the one that `.env` has in development.
        DATABASE_URL: '',
      };
      await refuses(app, 'web', changes, ['DATABASE_URL']);
      return undefined;
    },
  },
];
