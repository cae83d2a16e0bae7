import { readFile, readlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Row, row } from '../validators/rows.ts';
import type { Service } from './compose.ts';
import type { Engine } from './engine.ts';
import type { Target } from './targets.ts';

const locks = [
  ...['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL'],
  ...['--security-opt', 'no-new-privileges'],
];
const servers = /^(node|python[\d.]*|gunicorn|granian|uvicorn|uwsgi|httpd|apache2)$/;
const managers = /(^|\/)(npm|npx|yarn|pnpm|corepack|uv|poetry|pip)(-cli)?(\.[cm]?js)?$/;

interface Container {
  readonly State: {
    readonly Status: string;
    readonly Pid: number;
    readonly ExitCode: number;
    readonly Health?: { readonly Status: string };
  };
}

/** Where a locked container finds its backing services: those of a running compose project. */
export interface Beside {
  readonly project: string;
  readonly service: Service;
  readonly scratch: string;
}

async function stateOf({ ask }: Engine, id: string): Promise<Container['State']> {
  const [container] = JSON.parse(await ask('inspect', id)) as Container[];
  if (!container) throw new Error(`no container ${id}`);
  return container.State;
}

async function startLocked({ docker }: Engine, { name, tag }: Target, beside: Beside) {
  const file = join(beside.scratch, `${name}.env`);
  const entries = Object.entries(beside.service.environment ?? {});
  await writeFile(file, entries.map(([key, value]) => `${key}=${value ?? ''}\n`).join(''));
  const volumes = (beside.service.volumes ?? [])
    .filter(({ type }) => type === 'volume')
    .flatMap(({ source, target }) => ['--volume', `${beside.project}_${source}:${target}`]);
  const network = ['--network', `${beside.project}_default`];
  const where = ['--pull', 'never', ...network, ...volumes, '--env-file', file];
  return docker('run', '--detach', ...where, ...locks, tag);
}

async function waitForHealth(engine: Engine, id: string, seconds: number) {
  const end = performance.now() + seconds * 1000;
  let state = await stateOf(engine, id);
  while (state.Status === 'running' && state.Health && state.Health.Status !== 'healthy') {
    if (performance.now() > end) break;
    await wait(250);
    state = await stateOf(engine, id);
  }
  return state;
}

async function firstProcess(name: string, pid: number): Promise<Row> {
  const check = `${name}: the server is process 1`;
  const program = basename(await readlink(`/proc/${pid}/exe`));
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
  const inside = /^NSpid:.*\t1$/m.test(await readFile(`/proc/${pid}/status`, 'utf8'));
  const held = inside && servers.test(program) && !words.some((word) => managers.test(word));
  return row(check, held, `${program}: ${words.join(' ').trim()}`);
}

/** Runs a target with nothing but /tmp to write to: it gets healthy, and SIGTERM ends it with 0. */
export async function runLocked(engine: Engine, target: Target, beside: Beside): Promise<Row[]> {
  const { name } = target;
  const started = await startLocked(engine, target, beside);
  const id = started.stdout.trim();
  try {
    if (started.code !== 0) return [row(`${name}: starts locked down`, false, started.stderr)];
    const { Status, Health, Pid } = await waitForHealth(engine, id, 60);
    const healthy = Health?.Status === 'healthy';
    const logs = await engine.docker('logs', '--tail', '12', id);
    const seen = healthy ? 'healthy' : `${Status}\n${logs.stdout}${logs.stderr}`;
    const rows = [row(`${name}: healthy when locked down`, healthy, seen)];
    if (Status === 'running') rows.push(await firstProcess(name, Pid));
    const start = performance.now();
    await engine.ask('stop', '--time', '20', id);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { ExitCode } = await stateOf(engine, id);
    rows.push(
      row(`${name}: SIGTERM ends it with 0`, ExitCode === 0, `${ExitCode} in ${seconds} s`),
    );
    return rows;
  } finally {
    await engine.docker('rm', '--force', '--volumes', id);
  }
}
