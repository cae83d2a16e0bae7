import { join } from 'node:path';
import { copyBaselines, copyWithout, featuresOf } from './copies.ts';
import { interleaved, type Measure, median } from './interleave.ts';
import { load } from './load.ts';
import { bootCpu, fill, type Program, type Server, serve } from './serve.ts';
import { ms, table, times } from './table.ts';

const boots = 7;
/** Many short turns: what else the machine does hits all alike. */
const turns = { rounds: 9, seconds: 1 };

/** The programs that are compared, by name. */
export type Programs = Readonly<Record<'app' | 'hand-wired' | 'bare Express', Program>>;

/** Builds what is compared, and fills the database that all of them read. */
export async function preparePrograms(app: string, scratch: string): Promise<Programs> {
  const [whole, baselines] = [join(scratch, 'whole'), join(scratch, 'baselines')];
  const database = join(scratch, 'bench.sqlite');
  await copyWithout(app, whole);
  await copyBaselines(app, baselines);
  const programs = {
    app: { folder: whole, file: 'dist/web.js', database },
    'hand-wired': { folder: baselines, file: 'dist/hand-wired.js', database },
    'bare Express': { folder: baselines, file: 'dist/bare.js', database },
  };
  await fill(programs.app);
  return programs;
}

/** CPU from the start to the stop of each; `ratio` is that of the app to bare Express. */
export async function measureBoot(programs: Programs) {
  const measured = Object.entries(programs).map(([name, program]) => [
    name,
    () => bootCpu(program),
  ]);
  const cpu: Record<keyof Programs, number> = await interleaved(
    boots,
    Object.fromEntries(measured),
  );
  const bare = cpu['bare Express'];
  const lines = Object.entries(cpu).map(([name, value]) => [name, ms(value), times(value, bare)]);
  const head = ['start, /readyz, stop', 'CPU', 'to bare Express'];
  return { text: table(head, lines), ratio: cpu.app / bare };
}

/** Requests for the list; `ratio` is that of the app to the hand-wired one, by CPU. */
export async function measureRequests(programs: Programs) {
  const { cost, rate } = await measureServers(programs);
  const speed = (name: string) => 1e6 / (cost[name] ?? Number.NaN);
  const lines = Object.keys(programs).map((name) => [
    name,
    (rate[name] ?? Number.NaN).toFixed(0),
    speed(name).toFixed(0),
    times(speed(name), speed('hand-wired')),
    times(speed(name), speed('bare Express')),
  ]);
  const head = ['GET /api/todos?limit=20', 'a second', 'a CPU second', 'to hand-wired', 'to bare'];
  return { text: table(head, lines), ratio: speed('app') / speed('hand-wired') };
}

/** What each feature takes of a request: the app against copies that lack one. */
export async function measureFeatures(app: string, scratch: string, whole: Program) {
  const without: Record<string, Program> = { app: whole };
  for (const name of await featuresOf(app)) {
    const folder = join(scratch, `without-${name}`);
    await copyWithout(app, folder, name);
    without[name] = { ...whole, folder };
  }
  const { cost } = await measureServers(without);
  const { app: all = Number.NaN, ...others } = cost;
  const shares = Object.entries(others)
    .map(([name, value]) => ({ name, saved: all - value }))
    .toSorted((one, other) => other.saved - one.saved);
  const lines = shares.map(({ name, saved }) => [
    name,
    `${saved.toFixed(1)} µs`,
    `${((saved / all) * 100).toFixed(1)} %`,
  ]);
  return table(['feature', 'CPU of a request', `share of ${all.toFixed(0)} µs`], lines);
}

type Numbers = Readonly<Record<string, number>>;

/** The CPU time of a request in microseconds, and requests a second, of each program. */
async function measureServers(programs: Readonly<Record<string, Program>>) {
  const servers: Server[] = [];
  const rates: Record<string, number[]> = {};
  const subjects: Record<string, Measure> = {};
  try {
    for (const [name, program] of Object.entries(programs)) {
      const server = await serve(program);
      servers.push(server);
      const seen: number[] = [];
      rates[name] = seen;
      subjects[name] = async (round) => {
        const before = await server.cpu();
        const count = await load(server.port, turns.seconds);
        if (round > 0) seen.push(count / turns.seconds);
        return (((await server.cpu()) - before) / count) * 1000;
      };
    }
    const cost: Numbers = await interleaved(turns.rounds, subjects);
    const medians = Object.entries(rates).map(([name, seen]) => [name, median(seen)]);
    const rate: Numbers = Object.fromEntries(medians);
    return { cost, rate };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
