import { holdPort, release } from '../../lib/audit/processes/ports.ts';

let used = 0;

/** A port above another on which nothing listens here; never the same again. */
export async function portAbove(first: number): Promise<number> {
  used += 1;
  const port = first + ((process.pid + used) % 1000);
  try {
    await release(await holdPort(port));
    return port;
  } catch {
    return portAbove(first);
  }
}
