import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Demo, outside, run } from './commands.ts';
import { pages } from './pages.ts';
import { startAdmin, startWeb } from './processes.ts';

/** One thing that the demonstration does; it rejects where that fails. */
export interface Step {
  readonly name: string;
  /** Nothing after it makes sense where it fails. */
  readonly needed?: true;
  /** Promises a remark, or nothing. */
  run(demo: Demo): Promise<string | undefined>;
}

const root = join(import.meta.dirname, '../..');
const development = { NODE_ENV: 'development' };

function command(name: string, variables = {}): Step {
  return {
    name,
    async run(demo) {
      await run(demo, name.split(' '), variables);
      return undefined;
    },
  };
}

const make: Step = {
  name: 'imagine makes Express with SQLite',
  needed: true,
  async run(demo) {
    const words = [process.execPath, join(root, 'bin/imagine.ts'), '.', '--name', 'shop'];
    const options = ['--stack', 'express', '--database', 'sqlite', '--skip-install', '--json'];
    const report: unknown = JSON.parse(await run(demo, [...words, ...options]));
    demo.env = outside(await readFile(join(demo.folder, '.env.example'), 'utf8'));
    const { created, notes } = report as { created: string[]; notes: { message: string }[] };
    return [`${created.length} files`, ...notes.map(({ message }) => message)].join('; ');
  },
};

/** Everything before the audit, in order. */
export const steps: readonly Step[] = [
  make,
  command('git rev-parse --git-dir'),
  { ...command('npm run setup'), needed: true },
  command('git check-ignore --quiet .env'),
  command('npm ls --package-lock-only'),
  command('npm run check'),
  { ...command('npm run build'), needed: true },
  command('npm run release', development),
  command('npm run manage -- seed', development),
  { name: 'web starts', run: startWeb },
  { name: 'admin starts', run: startAdmin },
  ...pages,
];
