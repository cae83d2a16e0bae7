import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concerns } from '../generators/concerns.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import { begin, intend } from './doors.ts';
import { exitCodeOf, lineOf } from './errors.ts';
import { conclude, showPatch } from './finish.ts';
import { packageRoot } from './package-root.ts';
import { reportOf } from './report.ts';
import { runningOf } from './run.ts';

/** The fast door: runs the core itself, without Yeoman's environment. Resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    if (/^complet(?:e|ion)$/.test(argv[0] ?? '')) {
      const { complete } = await import('./completion.ts');
      if (complete(argv, concerns)) return 0;
    }
    const parsed = parseArguments(argv, concerns, existsSync);
    if (parsed.flags.has('version')) return say(version());
    if (parsed.flags.has('help')) {
      const { helpText } = await import('./help.ts');
      return say(helpText(concerns, parsed.generator));
    }
    return await generate(parsed);
  } catch (error) {
    const { reportTo } = await import('./report-to.ts');
    process.stderr.write(`imagine: ${lineOf(error, reportTo)}\n`);
    return exitCodeOf(error);
  }
}

function say(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

const version = (): string =>
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;

async function generate(parsed: Arguments): Promise<number> {
  const begun = await begin({ ...parsed, concerns });
  const { found } = begun;
  const intent = await intend(begun, runningOf(found));
  if (parsed.flags.has('dry-run')) await showPatch(begun, intent);
  else {
    const report = reportOf(found.files, intent.plan);
    if (intent.plan.changes.length > 0) {
      const { commit } = await import('./commit.ts');
      await commit(found.root, intent.plan.changes, found.files);
    }
    await conclude(begun, intent, report);
  }
  return 0;
}
