import { type Dirent, opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from '../types.ts';
import { ignoredBy, type Rules, rulesAbove, rulesIn } from './ignored.ts';

/** Folders that never hold source of the project's own. */
const never = new Set([
  ...['.git', '.hg', '.svn', 'node_modules', 'bower_components', '__pycache__', 'site-packages'],
  ...['.venv', 'venv', '.tox', '.nox', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.eggs'],
  ...['.next', '.nuxt', '.svelte-kit', '.turbo', '.cache', '.parcel-cache', '.pnpm-store', '.yarn'],
  ...['.idea', '.vscode', '.terraform', '.serverless', '.nyc_output'],
]);
/** Names of what is built or vendored, where they stand beside a manifest; elsewhere they are code. */
const besideManifest = new Set([
  ...['vendor', 'dist', 'build', 'out', 'coverage', 'target', 'tmp', 'log', 'logs', 'env'],
]);
const manifests =
  /^(?:package\.json|pyproject\.toml|setup\.py|requirements\.txt|Pipfile|manage\.py)$/;
const most = { files: 3_000, entries: 8_000 };

interface Folder {
  readonly path: string;
  readonly rules: Rules;
}

/**
 * Paths breadth first, so that the bound cuts the deepest away; sorted at the end. What git ignores
 * and what is vendored is left out; links are not followed.
 */
export function walk(root: string, notes: Note[]): readonly string[] {
  const found: string[] = [];
  let folders: readonly Folder[] = [{ path: '', rules: rulesAbove(root) }];
  let seen = 0;
  while (folders.length > 0 && found.length < most.files && seen < most.entries) {
    const next: Folder[] = [];
    for (const folder of folders) {
      const entries = entriesOf(root, folder);
      const rules = [...rulesIn(root, folder.path, entries), ...folder.rules];
      const manifest = folder.path === '' || entries.some(({ name }) => manifests.test(name));
      for (const entry of entries) {
        const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!isVendored(entry.name, manifest) && !ignoredBy(rules, `${path}/`))
            next.push({ path, rules });
        } else if (entry.isFile() && found.length < most.files && !ignoredBy(rules, path))
          found.push(path);
      }
      seen += entries.length;
      if (found.length >= most.files || seen >= most.entries) break;
    }
    folders = next;
  }
  if (folders.length > 0)
    notes.push({ file: '.', message: `only its first ${found.length} files were looked at` });
  return found.sort();
}

const isVendored = (name: string, manifest: boolean): boolean =>
  never.has(name) || (manifest && besideManifest.has(name));

/** What lies in a folder, by name; a folder that may not be read holds nothing. */
function entriesOf(root: string, { path }: Folder): readonly Dirent[] {
  const found: Dirent[] = [];
  try {
    const folder = opendirSync(join(root, path), { bufferSize: 512 });
    try {
      for (let entry = folder.readSync(); entry && found.length < most.entries; ) {
        found.push(entry);
        entry = folder.readSync();
      }
    } finally {
      folder.closeSync();
    }
  } catch {
    return [];
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
