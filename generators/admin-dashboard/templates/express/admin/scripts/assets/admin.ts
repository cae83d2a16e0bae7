import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../src/admin');
const components = { Dashboard: join(source, 'components/dashboard.js') };

/** Bundles our React components for AdminJS, which would do it at start, and copies our pages. */
export async function writeAdmin(folder: string): Promise<void> {
  await cp(join(source, 'assets'), folder, { recursive: true });
  // AdminJS reads both once, when it is imported.
  Object.assign(process.env, { NODE_ENV: 'production', ADMIN_JS_TMP_DIR: folder });
  const { default: AdminJS, ComponentLoader } = await import('adminjs');
  const componentLoader = new ComponentLoader();
  for (const [name, file] of Object.entries(components)) {
    componentLoader.add(name, file);
  }
  await new AdminJS({ componentLoader }).initialize();
  await rm(join(folder, 'entry.js'));
}
