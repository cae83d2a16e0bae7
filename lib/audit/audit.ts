import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checks } from './catalog.ts';
import { scratchDatabases, scratchFiles } from './databases/scratch.ts';
import { inDevelopment } from './environments.ts';
import { BadInput } from './failure.ts';
import { answersOf, chosen, featuresOf, surroundings } from './features.ts';
import { judge } from './judge.ts';
import { languages } from './languages/catalog.ts';
import { textOf } from './languages/procfile.ts';
import type { Options } from './options.ts';
import { probe } from './probe.ts';
import { freshSecrets } from './secrets.ts';
import { AppUnderTest, type Parts } from './subject.ts';
import type { Check, Feature, Outcome, Subject } from './types.ts';

/** What an audit found. */
export interface Report {
  readonly directory: string;
  readonly language: string;
  readonly features: readonly Feature[];
  readonly outcomes: readonly Outcome[];
  /** Databases that were made and could not be dropped again. */
  readonly left: readonly string[];
}

/**
 * Checks the app of a directory; each outcome is told as it comes. `BadInput` before it starts.
 * Whatever happens, an interruption too, processes end and databases are dropped.
 */
export async function audit(
  options: Options,
  tell: (outcome: Outcome) => void,
  interruption: Promise<never> = new Promise(() => undefined),
): Promise<Report> {
  const chosenChecks = select(options.only);
  const parts = await partsOf(options);
  const subjects: Subject[] = [];
  const endAll = () => end(subjects, parts.scratch);
  process.once('exit', endAll);
  const clear = async () => {
    endAll();
    const left = await parts.databases.drop();
    endAll();
    return left;
  };
  try {
    const work = checkAll(parts, options, chosenChecks, subjects, tell);
    const found = await Promise.race([work, interruption]);
    const left = await clear();
    process.off('exit', endAll);
    return { ...found, left };
  } catch (error) {
    // A check may still be at work: what it starts from now on is ended with this process.
    await clear();
    throw error;
  }
}

function end(subjects: readonly Subject[], scratch: string): void {
  for (const { children } of subjects) for (const child of children) child.kill();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}

async function checkAll(
  parts: Parts,
  options: Options,
  chosenChecks: readonly Check[],
  subjects: Subject[],
  tell: (outcome: Outcome) => void,
): Promise<Omit<Report, 'left'>> {
  const app = new AppUnderTest(parts, await featuresIn(parts, options, subjects));
  subjects.push(app);
  const outcomes: Outcome[] = [];
  for (const check of chosenChecks) {
    const outcome = await judge(check, app);
    tell(outcome);
    outcomes.push(outcome);
  }
  const { directory, language, features } = app;
  return { directory, language: language.name, features: [...features].sort(), outcomes };
}

function select(only: readonly string[]): readonly Check[] {
  const asked = (id: string) => only.some((name) => id === name || id.startsWith(`${name}.`));
  const unknown = only.find(
    (name) => !checks.some(({ id }) => id.split('.')[0] === name || id === name),
  );
  if (unknown !== undefined) throw new BadInput(`--only: there is no check ${unknown}`);
  return only.length === 0 ? checks : checks.filter(({ id }) => asked(id));
}

async function partsOf(options: Options): Promise<Parts> {
  const directory = resolve(options.directory);
  const language = languages.find(({ manifests }) =>
    manifests.some((file) => textOf(directory, file) !== undefined),
  );
  if (!language) throw new BadInput(`${options.directory}: no app of Node or Python is there`);
  const answers = answersOf(directory) ?? {};
  const database = chosen(answers.database)[0] || 'sqlite';
  if (options.databaseUrl === undefined && database !== 'sqlite') {
    throw new BadInput(`--database-url: this app needs ${database}`);
  }
  if (options.redisUrl === undefined && chosen(answers.cache).includes('redis')) {
    throw new BadInput('--redis-url: this app needs Redis');
  }
  const scratch = await mkdtemp(join(tmpdir(), 'imagine-audit-'));
  const url = options.databaseUrl;
  const databases =
    url && !url.startsWith('sqlite:') ? scratchDatabases(url) : scratchFiles(scratch);
  const { control, redisUrl, screenshots } = options;
  const own = { directory, language, scratch, control, redisUrl, screenshots };
  return { ...own, secrets: freshSecrets(), databases: await databases };
}

async function featuresIn(parts: Parts, options: Options, started: Subject[]) {
  const { language, databases, directory } = parts;
  const machine = surroundings(language, options.databaseUrl ?? 'sqlite:', options.browser);
  const around: Feature[] = [
    ...machine,
    ...(databases.separate ? (['scratch-databases'] as const) : []),
  ];
  const answers = answersOf(directory);
  if (answers) return new Set([...featuresOf(answers), ...around]);
  const app = new AppUnderTest(parts, new Set(around));
  started.push(app);
  return new Set([...(await probe(await inDevelopment(app))), ...around]);
}
