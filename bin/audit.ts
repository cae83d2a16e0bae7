#!/usr/bin/env node
import { audit } from '../lib/audit/audit.ts';
import { BadInput } from '../lib/audit/failure.ts';
import { optionsOf, USAGE } from '../lib/audit/options.ts';
import { holds, row, summary } from '../lib/audit/report.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    const report = await audit(options, (outcome) => {
      if (!options.json) console.log(row(outcome));
    });
    console.log(options.json ? JSON.stringify(report, null, 2) : summary(report));
    process.exitCode = holds(report) ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
