import { type Fact, fact } from '../../facts.ts';
import type { Manager } from '../../managers/manager.ts';
import { type Manifest, placeIn } from './manifest.ts';

const migrations: Readonly<Record<string, readonly [string, ...string[]]>> = {
  prisma: ['prisma', 'migrate', 'deploy'],
  '@prisma/client': ['prisma', 'migrate', 'deploy'],
  knex: ['knex', 'migrate:latest'],
  'sequelize-cli': ['sequelize-cli', 'db:migrate'],
  'drizzle-kit': ['drizzle-kit', 'migrate'],
  'node-pg-migrate': ['node-pg-migrate', 'up'],
  'migrate-mongo': ['migrate-mongo', 'up'],
};
const scripts = [
  'migrate:deploy',
  'db:migrate:deploy',
  'migrate:prod',
  'migration:run:prod',
  'migrate',
  'db:migrate',
  'migration:run',
  'migrations:run',
  'migrate:up',
  'migrate:latest',
  'prisma:migrate:deploy',
];

/** The command that migrates: a script of the project, else that of its migration tool. */
export function migrateOf(
  manifest: Manifest,
  text: string,
  manager: Pick<Manager, 'run' | 'exec'>,
): Fact<string> | undefined {
  const script = scripts.find((name) => manifest.scripts?.[name] !== undefined);
  if (script !== undefined && !/\bmigrate dev\b/.test(manifest.scripts?.[script] ?? ''))
    return fact(manager.run(script), placeIn(text, 'scripts', script));
  for (const section of ['dependencies', 'devDependencies'] as const) {
    const name = Object.keys(migrations).find((each) => manifest[section]?.[each] !== undefined);
    const words = name === undefined ? undefined : migrations[name];
    if (name && words) return fact(manager.exec(...words), placeIn(text, section, name));
  }
  return undefined;
}
