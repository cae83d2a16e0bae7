import { join } from 'node:path';
import { tools, withTools } from '../validators/cache.ts';
import { must, type Outcome, run } from '../validators/command.ts';

/** The local engine: its images are made, its client is `docker`. */
export interface Engine {
  readonly env: NodeJS.ProcessEnv;
  /** Runs the client; never rejects because of its exit code. */
  docker(...args: string[]): Promise<Outcome>;
  /** Runs the client, which must succeed. Promises its standard output without the last newline. */
  ask(...args: string[]): Promise<string>;
}

/** Starts the engine if it isn't running; it runs on until `engine.sh stop`. */
export async function startEngine(): Promise<Engine> {
  const said = await must(join(tools, 'containers.sh'), [], { limit: 1800 });
  const settings = said.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
  });
  const env = { ...withTools, ...Object.fromEntries(settings), DOCKER_CLI_HINTS: 'false' };
  return {
    env,
    docker: (...args) => run('docker', args, { env }),
    ask: async (...args) => (await must('docker', args, { env })).trimEnd(),
  };
}
