import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../src/admin');
const components = { Dashboard: join(source, 'components/dashboard.js') };

/** Bundles our components for AdminJS, which would do it at start, and copies our own files. */
export async function writeAdmin(folder: string): Promise<void> {
  await cp(join(source, 'assets'), folder, { recursive: true });
  const scratch = await mkdtemp(join(tmpdir(), 'admin-'));
  // AdminJS reads both once, when it is imported.
  Object.assign(process.env, { NODE_ENV: 'production', ADMIN_JS_TMP_DIR: scratch });
  const { default: AdminJS, ComponentLoader } = await import('adminjs');
  const componentLoader = new ComponentLoader();
  for (const [name, file] of Object.entries(components)) {
    componentLoader.add(name, file);
  }
  await new AdminJS({ componentLoader }).initialize();
  await copyFile(join(scratch, 'bundle.js'), join(folder, 'bundle.js'));
  await rm(scratch, { recursive: true });
}
