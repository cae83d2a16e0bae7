import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectStatus } from '../http/answers.ts';
import { exitOf } from '../processes/running.ts';
import { createTodo } from '../todos.ts';
import type { Check, Subject } from '../types.ts';

async function releaseOf(app: Subject, DATABASE_URL: string): Promise<void> {
  const child = await app.launch('release', { DATABASE_URL });
  const { code } = await exitOf(child, 60);
  expect(code === 0, `release: exit ${code}: ${child.stderr.trim().slice(0, 300)}`);
}

/** The release stage. */
export const release: readonly Check[] = [
  {
    id: 'release.start-does-not-migrate',
    line: 'release migrates; start does not, and serves as soon as release has run',
    needs: ['rest', 'scratch-databases'],
    run: async (app) => {
      const DATABASE_URL = await app.database('unreleased');
      const web = await app.start('web', { DATABASE_URL });
      const before = await web.ask('GET /api/todos');
      expect(before.status >= 500, `before release GET /api/todos is ${before.status}`);
      await releaseOf(app, DATABASE_URL);
      expectStatus(await web.ask('GET /api/todos'), 200);
      return `before release: ${before.status}`;
    },
  },
  {
    id: 'release.twice',
    line: 'release is harmless again, and keeps the data',
    needs: ['rest'],
    run: async (app) => {
      const web = await inProduction(app);
      const { id } = await createTodo(web, 'Older than the release');
      const DATABASE_URL = await app.migrated();
      for (let times = 0; times < 2; times++) await releaseOf(app, DATABASE_URL);
      expectStatus(await web.ask(`GET /api/todos/${id}`), 200);
      return undefined;
    },
  },
  {
    id: 'release.at-once',
    line: 'two releases at the same time do no harm',
    needs: ['rest', 'scratch-databases'],
    run: async (app) => {
      const DATABASE_URL = await app.database('raced');
      const releases = [releaseOf(app, DATABASE_URL), releaseOf(app, DATABASE_URL)];
      const failed = (await Promise.allSettled(releases)).filter(
        ({ status }) => status === 'rejected',
      );
      await releaseOf(app, DATABASE_URL);
      await createTodo(await app.start('web', { DATABASE_URL }), 'After the race');
      return failed.length > 0 ? 'one of the two failed; again, it succeeded' : undefined;
    },
  },
];
