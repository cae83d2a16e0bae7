import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** A copy of an app to build from, with things in it that no image may hold. */
export interface Context {
  readonly folder: string;
  readonly scratch: string;
  /** What the planted files hold. */
  readonly canary: string;
}

const leftOut = new Set(['node_modules', 'dist', '.git', '.venv']);
const digest = /@sha256:[0-9a-f]{64}/g;

/** What lies beside the code on a developer's machine. */
const planted = [
  '.env.local',
  '.git/planted',
  'node_modules/planted/index.js',
  'coverage/planted.json',
  'test/planted.test.ts',
  '__tests__/planted.ts',
  'planted.sqlite',
];

/** Copies the app out of its repository; digests are stripped, as no local image has one. */
export async function copyApp(app: string): Promise<Context> {
  const scratch = await mkdtemp(join(tmpdir(), 'imagine-image-'));
  const folder = join(scratch, basename(resolve(app)));
  await cp(app, folder, { recursive: true, filter: (from) => !leftOut.has(basename(from)) });
  for (const name of await readdir(folder)) {
    if (!/^(Dockerfile.*|compose.*\.ya?ml)$/.test(name)) continue;
    const path = join(folder, name);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(digest, ''));
  }
  const canary = `canary${randomBytes(12).toString('hex')}`;
  for (const path of planted) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `// ${canary}\n`);
  }
  return { folder, scratch, canary };
}
