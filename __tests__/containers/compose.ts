import { lastLines, type Outcome, run } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';
import type { Engine } from './engine.ts';

/** A service of compose.yaml, resolved by compose. */
export interface Service {
  readonly image?: string;
  readonly build?: object;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly volumes?: readonly { readonly type: string; source?: string; target: string }[];
  readonly ports?: readonly { readonly published?: string; readonly target: number }[];
}

/** The app's compose project. */
export interface Project {
  readonly name: string;
  compose(...args: string[]): Promise<Outcome>;
}

/** A project of its own name, so that it meets no other; every profile is on. */
export function projectOf({ env }: Engine, folder: string, name: string): Project {
  const front = ['compose', '--project-name', name, '--profile', '*'];
  return { name, compose: (...args) => run('docker', [...front, ...args], { env, cwd: folder }) };
}

/** The services, as compose resolves them; none where it refuses the file. */
export async function servicesOf({ compose }: Project): Promise<Record<string, Service>> {
  const { code, stdout } = await compose('config', '--format', 'json');
  if (code !== 0) return {};
  const { services } = JSON.parse(stdout) as { services: Record<string, Service> };
  return services;
}

/** The names that the project gives to images of its own. */
export function ownImages(services: Record<string, Service>): string[] {
  const built = Object.values(services).filter(({ build }) => build !== undefined);
  return [...new Set(built.flatMap(({ image }) => image ?? []))];
}

/** Starts everything and waits until it is healthy. */
export async function bringUp({ compose }: Project, check: string): Promise<Row> {
  const start = performance.now();
  const how = ['--build', '--wait', '--wait-timeout', '120', '--pull', 'never'];
  const { code, stderr } = await compose('up', ...how);
  const seconds = Math.round((performance.now() - start) / 1000);
  if (code === 0) return row(check, true, `${seconds} s`);
  const logs = await compose('logs', '--tail', '5', '--no-color');
  return row(check, false, `${lastLines(stderr, 8)}\n${lastLines(logs.stdout, 20)}`);
}
