import type { Files } from '../../../types.ts';
import { nameOf } from '../text.ts';
import { type Around, type Found, realProcess } from './real.ts';

/** A platform's file that names the command of the web process, and the pattern that finds it. */
const platforms: readonly { readonly file: RegExp; readonly command: RegExp }[] = [
  { file: /^Procfile(?:\.prod\w*)?$/, command: /^web:\s*(.+)$/ },
  { file: /^render\.yaml$/, command: /^\s*startCommand:\s*["']?(.+?)["']?\s*$/ },
  { file: /^railway\.(?:json|toml)$/, command: /^\s*"?startCommand"?\s*[:=]\s*"(.+?)",?\s*$/ },
  { file: /^nixpacks\.toml$/, command: /^\s*cmd\s*=\s*["'](.+)["']\s*$/ },
  { file: /^fly\.toml$/, command: /^\s*(?:web|app)\s*=\s*["'](.+)["']\s*$/ },
  { file: /^heroku\.yml$/, command: /^\s+web:\s*(.+)$/ },
  { file: /^app\.yaml$/, command: /^entrypoint:\s*(.+)$/ },
];

/** The web process as a platform's file names it. */
export function onPlatform(files: Files, base: string, around: Around): Found | undefined {
  for (const { file, command } of platforms) {
    const paths = files.list().filter((path) => file.test(nameOf(path)) && near(path, base));
    for (const path of paths) {
      for (const [index, line] of (files.read(path) ?? '').split(/\r?\n/).entries()) {
        const text = command.exec(line)?.[1];
        const found = text && realProcess(text, { path, line: index + 1 }, around);
        if (found) return found;
      }
    }
  }
  return undefined;
}

/** At the root, or in the project's own folder. */
const near = (path: string, base: string): boolean =>
  !path.includes('/') || path === `${base}/${nameOf(path)}`;
