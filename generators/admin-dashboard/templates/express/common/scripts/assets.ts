import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
// <%- imports %>

const folder = join(import.meta.dirname, '..', 'dist', 'assets');

/** Dashboards with static files of their own, a line each. */
const writers: Record<string, (folder: string) => Promise<void>> = {<%- writers %>};

/** Writes `dist/assets/<dashboard>/`, so that no page needs node_modules or another host. */
export async function writeAssets(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, write] of Object.entries(writers)) {
    await mkdir(join(folder, name), { recursive: true });
    await write(join(folder, name));
  }
}

if (import.meta.main) {
  await writeAssets();
}
