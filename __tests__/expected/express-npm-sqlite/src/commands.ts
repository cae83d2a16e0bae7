import type { Command } from './command.ts';
import { migrateCommand } from './commands/migrate.ts';
import { seedCommand } from './commands/seed.ts';

/** Every one-off command. */
export const commands: readonly Command[] = [migrateCommand, seedCommand];
