import { mkdir } from 'node:fs/promises';
import { assetFolder } from '../src/assets.ts';
import { writeAdmin } from './assets/admin.ts';
import { writeGraphiql } from './assets/graphiql.ts';
import { writeSwagger } from './assets/swagger.ts';

/** Dashboards with static files of their own, a line each. */
const writers: Record<string, (folder: string) => Promise<void>> = {
  admin: writeAdmin,
  graphiql: writeGraphiql,
  swagger: writeSwagger,
};

/** Writes `dist/assets/<dashboard>/`, so that no page needs node_modules or another host. */
export async function writeAssets(names = Object.keys(writers)): Promise<void> {
  for (const name of names) {
    const folder = assetFolder(name);
    await mkdir(folder, { recursive: true });
    await writers[name]?.(folder);
  }
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  await writeAssets(names.length > 0 ? names : undefined);
}
