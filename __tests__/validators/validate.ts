import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cache, tools, withTools } from './cache.ts';
import { lastLines, must, run } from './command.ts';
import { type Row, report, row } from './rows.ts';
import { type Scratch, scratchOf } from './scratch.ts';
import { type Validator, validators } from './validators.ts';

const env = { ...withTools, XDG_CACHE_HOME: join(cache, 'home') };

async function validate({ folder, files }: Scratch, validator: Validator): Promise<Row> {
  const { name, command, named } = validator;
  const theirs = files.filter((file) => validator.files.test(file));
  if (theirs.length === 0) return { check: name, result: 'absent', seen: `${validator.files}` };
  const [program = '', ...args] = command;
  const all = named === false ? args : [...args, ...theirs];
  const { code, stdout, stderr } = await run(program, all, { cwd: folder, env, limit: 120 });
  const seen = code === 0 ? `${theirs.length} files` : lastLines(`${stdout}\n${stderr}`, 40);
  return row(name, code === 0, seen);
}

const [app] = process.argv.slice(2);
if (app === undefined) {
  console.error('usage: validate.ts <app directory>');
  process.exit(2);
}
await must(join(tools, 'go-tools.sh'), ['checks'], { limit: 1200 });
await must(join(tools, 'python-tools.sh'), []);
const scratch = await scratchOf(app);
try {
  const rows: Row[] = [];
  for (const validator of validators) rows.push(await validate(scratch, validator));
  process.exitCode = report(rows);
} finally {
  await rm(dirname(scratch.folder), { recursive: true, force: true });
}
