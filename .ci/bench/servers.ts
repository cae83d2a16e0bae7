import { interleaved, type Measure, median, type Series } from './interleave.ts';
import { load } from './load.ts';
import { type Program, type Server, serve } from './serve.ts';

/** Many short turns: what else the machine does hits all alike. */
const turns = { rounds: 11, seconds: 0.5 };
/** The first turn, which does not count: until the code is compiled. */
const warmUp = 2;

/** What requests to a program took, round by round, and how many a second there were. */
export interface Load {
  /** CPU time of the server for one request, in microseconds. */
  readonly cost: Series;
  /** requests a second of the clock, the median */
  readonly rate: number;
}

/** Asks the programs in turn, in the order given, each as a process of its own. */
export async function measureServers<K extends string>(
  programs: Readonly<Record<K, Program>>,
): Promise<Readonly<Record<K, Load>>> {
  const servers: Server[] = [];
  const names = Object.keys(programs) as K[];
  const rates = new Map<K, number[]>(names.map((name) => [name, []]));
  try {
    const subjects = new Map<K, Measure>();
    for (const name of names) {
      const server = await serve(programs[name]);
      servers.push(server);
      subjects.set(name, costOf(server, rates.get(name) ?? []));
    }
    const asked = Object.fromEntries(subjects) as unknown as Record<K, Measure>;
    const costs = await interleaved(turns.rounds, asked);
    const loads = names.map((name) => {
      return [name, { cost: costs[name], rate: median(rates.get(name) ?? []) }];
    });
    return Object.fromEntries(loads);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

const costOf =
  (server: Server, rates: number[]): Measure =>
  async (round) => {
    const seconds = round === 0 ? warmUp : turns.seconds;
    const before = await server.cpu();
    const count = await load(server.port, seconds);
    if (round > 0) rates.push(count / seconds);
    return (((await server.cpu()) - before) / count) * 1000;
  };
