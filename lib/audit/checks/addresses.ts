import { development } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectStatus } from '../http/answers.ts';
import { besideHeldPort } from '../processes/ports.ts';
import { exitOf } from '../processes/running.ts';
import type { Check, Environment, Subject } from '../types.ts';

async function refusesPort(app: Subject, changes: Environment): Promise<void> {
  const child = await app.launch('web', changes);
  const { code, signal } = await exitOf(child);
  const output = `${child.stdout}\n${child.stderr}`.split('\n');
  const lines = output.filter((line) => /\bPORT\b/.test(line));
  const said = output.join(' | ').slice(0, 300);
  expect(code === 1, `exit ${code ?? signal}, not 1: ${said}`);
  expect(lines.length === 1, `${lines.length} lines name PORT: ${said}`);
  const trace = output.some((line) => /^\s+at |\\n\s+at |^Traceback/.test(line));
  expect(!trace, `shows a stack trace: ${said}`);
}

/** Where the app listens. */
export const addresses: readonly Check[] = [
  {
    id: 'addresses.port-in-use',
    line: 'a port in use: exit 1, one line naming PORT',
    run: async (app) => {
      await besideHeldPort('127.0.0.1', (PORT) => refusesPort(app, { PORT }));
      return undefined;
    },
  },
  {
    id: 'addresses.production',
    line: 'HOST: 0.0.0.0 in production (a port that is taken on 127.0.0.2 is in its way)',
    needs: ['all-interfaces'],
    run: async (app) => {
      await besideHeldPort('127.0.0.2', (PORT) => refusesPort(app, { PORT, HOST: undefined }));
      return undefined;
    },
  },
  {
    id: 'addresses.development',
    line: 'HOST: 127.0.0.1 in development and test (a port taken on 127.0.0.2 is not in its way)',
    needs: ['all-interfaces'],
    run: async (app) => {
      const name = app.language.environmentVariable;
      for (const environment of ['development', 'test']) {
        await besideHeldPort('127.0.0.2', async (PORT) => {
          const changes = { ...development(app), [name]: environment, HOST: undefined, PORT };
          const web = await app.start('web', changes);
          expectStatus(await web.ask('GET /healthz'), 200);
          await web.stop();
        });
      }
      return undefined;
    },
  },
];
