import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tools, withTools } from './cache.ts';
import { lastLines, run } from './command.ts';
import { type Row, row } from './rows.ts';
import type { ServiceContainer, Workflow } from './workflow.ts';

/** What stands in for a service container, by the image's name. */
const servers: Readonly<Record<string, string>> = {
  postgres: 'postgres.sh',
  redis: 'redis.sh',
};

/** Servers on the ports that the workflow maps, until `stop`. */
export interface Servers {
  readonly rows: readonly Row[];
  stop(): Promise<void>;
}

function serversWanted({ jobs }: Workflow): ServiceContainer[] {
  const all = Object.values(jobs).flatMap(({ services = {} }) => Object.values(services));
  return [...new Map(all.map((service) => [JSON.stringify(service), service])).values()];
}

async function startServer(
  script: string,
  folder: string,
  port: string,
  service: ServiceContainer,
) {
  const entries = Object.entries(service.env ?? {}).map(([name, value]) => [name, String(value)]);
  const env = { ...withTools, ...Object.fromEntries(entries) };
  return run(join(tools, script), ['start', folder, port], { env, limit: 60 });
}

type Running = readonly [script: string, folder: string, port: string];

/** What ends the servers: when it is called, or when this process is told to end. */
function stopper(running: readonly Running[]): () => Promise<void> {
  const stop = async () => {
    process.off('SIGINT', quit).off('SIGTERM', quit);
    for (const [script, folder, port] of running) {
      await run(join(tools, script), ['stop', folder, port]);
      await run('rm', ['-rf', folder]);
    }
  };
  const quit = () => void stop().then(() => process.exit(130));
  process.once('SIGINT', quit).once('SIGTERM', quit);
  return stop;
}

/** Starts own servers for the `services:` of a workflow, whose containers don't run on the host. */
export async function startServices(workflow: Workflow): Promise<Servers> {
  const rows: Row[] = [];
  const running: Running[] = [];
  for (const service of serversWanted(workflow)) {
    const image = service.image.split(/[:@]/)[0]?.split('/').at(-1) ?? '';
    const port = String(service.ports?.[0] ?? '').split(':')[0] ?? '';
    const check = `${workflow.name}: service ${image} on ${port}`;
    const script = servers[image];
    if (script === undefined || port === '') {
      rows.push(row(check, false, `nothing stands in for ${service.image}`));
      continue;
    }
    const folder = await mkdtemp(join(tmpdir(), 'imagine-service-'));
    await chmod(folder, 0o755);
    running.push([script, folder, port]);
    const { code, stdout, stderr } = await startServer(script, folder, port, service);
    rows.push(row(check, code === 0, code === 0 ? stdout.trim() : lastLines(stderr, 5)));
  }
  return { rows, stop: stopper(running) };
}
