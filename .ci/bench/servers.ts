import { interleaved, type Measure, median, type Series } from './interleave.ts';
import { load } from './load.ts';
import { type Program, type Server, serve } from './serve.ts';

/** Many short turns: what else the machine does hits all alike. */
const turns = { rounds: 15, seconds: 0.5 };

/** What requests to a program took, round by round, and how many a second there were. */
export interface Load {
  /** CPU time of the server for one request, in microseconds. */
  readonly cost: Series;
  /** requests a second of the clock, the median */
  readonly rate: number;
}

/** Asks the programs in turn, in the order given; a name may stand for one that runs already. */
export async function measureServers<K extends string>(
  programs: Readonly<Record<K, Program>>,
): Promise<Readonly<Record<K, Load>>> {
  const servers = new Map<Program, Server>();
  const names = Object.keys(programs) as K[];
  const rates = new Map<K, number[]>(names.map((name) => [name, []]));
  try {
    const subjects = new Map<K, Measure>();
    for (const name of names) {
      const server = servers.get(programs[name]) ?? (await serve(programs[name]));
      servers.set(programs[name], server);
      subjects.set(name, costOf(server, rates.get(name) ?? []));
    }
    const asked = Object.fromEntries(subjects) as unknown as Record<K, Measure>;
    const costs = await interleaved(turns.rounds, asked);
    const loads = names.map((name) => {
      return [name, { cost: costs[name], rate: median(rates.get(name) ?? []) }];
    });
    return Object.fromEntries(loads);
  } finally {
    await Promise.all(Array.from(servers.values(), (server) => server.stop()));
  }
}

const costOf =
  (server: Server, rates: number[]): Measure =>
  async () => {
    const before = await server.cpu();
    const count = await load(server.port, turns.seconds);
    rates.push(count / turns.seconds);
    return (((await server.cpu()) - before) / count) * 1000;
  };
