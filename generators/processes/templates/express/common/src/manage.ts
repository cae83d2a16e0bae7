import { commands } from './commands.ts';
import { closeAll } from './lifecycle.ts';
import { startProcess } from './process.ts';
import { openResources } from './resources.ts';

/** Exit status of a command that doesn't exist. */
const badUsage = 2;
/** Milliseconds that a query may take: migrations of large tables are slow. */
const patience = 600_000;

// pnpm and yarn pass the `--` on that npm takes away.
const [name] = process.argv.slice(2).filter((word) => word !== '--');
const command = commands.find((known) => known.name === name);
if (!command) {
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(12)}${about}\n`);
  process.stderr.write(`usage: manage <command>\n${lines.join('')}`);
  process.exit(badUsage);
}
const { config, log } = startProcess('manage');
const resources = openResources({ config, log, patience });
try {
  await command.run({ config, log, resources });
} catch (err) {
  log.fatal({ err, command: command.name }, 'the command failed');
  process.exitCode = 1;
} finally {
  await closeAll(resources, log);
}
