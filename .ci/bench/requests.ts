import { join } from 'node:path';
import { copyBaselines, copyWithout, featuresOf } from './copies.ts';
import { interleaved, median, ratio } from './interleave.ts';
import { bootCpu, fill, type Program } from './serve.ts';
import { measureServers } from './servers.ts';
import { ms, table, times } from './table.ts';

const boots = 9;

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

/** CPU from the start to the stop of each; `worst` is the ratio of the app to bare Express. */
export async function measureBoot(programs: Programs) {
  const cpu = await interleaved(boots, {
    app: () => bootCpu(programs.app),
    'hand-wired': () => bootCpu(programs['hand-wired']),
    'bare Express': () => bootCpu(programs['bare Express']),
  });
  const bare = cpu['bare Express'];
  const lines = Object.entries(cpu).map(([name, one]) => [name, ms(one), times(ratio(one, bare))]);
  const head = ['start, /readyz, stop', 'CPU', 'to bare Express'];
  return { text: table(head, lines), worst: ratio(cpu.app, bare) };
}

/** Requests for the list: how many, and how fast by CPU against the baselines. */
export async function measureRequests(programs: Programs): Promise<string> {
  const loads = await measureServers(programs);
  const lines = Object.entries(loads).map(([name, { cost, rate }]) => [
    name,
    rate.toFixed(0),
    `${median(cost).toFixed(0)} µs`,
    times(ratio(loads['hand-wired'].cost, cost)),
    times(ratio(loads['bare Express'].cost, cost)),
  ]);
  const head = ['GET /api/todos?limit=20', 'a second', 'CPU each', 'to hand-wired', 'to bare'];
  return table(head, lines);
}

/**
 * What each feature takes of a request: a copy of the app that lacks it, beside one that does not,
 * the best turn of each. A copy that lacks nothing shows how much of it is noise.
 */
export async function measureFeatures(app: string, scratch: string, whole: Program) {
  const names = ['', ...(await featuresOf(app))];
  const programs: Record<string, Program> = {};
  for (const name of names) {
    const folder = join(scratch, `without-${name}`);
    await copyWithout(app, folder, name);
    programs[`with ${name}`] = whole;
    programs[`without ${name}`] = { ...whole, folder };
  }
  const loads = await measureServers(programs);
  const best = (key: string) => Math.min(...(loads[key]?.cost ?? []));
  const shares = names.map((name) => {
    return { name: name || '(none)', share: 1 - best(`without ${name}`) / best(`with ${name}`) };
  });
  const lines = shares
    .toSorted((one, other) => other.share - one.share)
    .map(({ name, share }) => [name, `${(share * 100).toFixed(0)} %`]);
  return table(['taken out', 'share of a request'], lines);
}
