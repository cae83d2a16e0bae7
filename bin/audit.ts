#!/usr/bin/env node
import { audit } from '../lib/audit/audit.ts';
import { BadInput, Interrupted } from '../lib/audit/failure.ts';
import { optionsOf, USAGE } from '../lib/audit/options.ts';
import { holds, row, summary } from '../lib/audit/report.ts';
import type { Outcome } from '../lib/audit/types.ts';

const interruption = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => reject(new Interrupted(`interrupted by ${signal}`)));
  }
});
interruption.catch(() => undefined);

try {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    const tell = (outcome: Outcome) => {
      if (!options.json) console.log(row(outcome));
    };
    const report = await audit(options, tell, interruption);
    console.log(options.json ? JSON.stringify(report, null, 2) : summary(report));
    process.exitCode = holds(report) ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof BadInput || error instanceof Interrupted)) throw error;
  console.error(error.message);
  process.exit(error instanceof Interrupted ? 1 : 2);
}
