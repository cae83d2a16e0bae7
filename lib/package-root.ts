import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The tool's own folder: the same from the sources and from the published `dist`. */
export const packageRoot: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    folder = dirname(folder);
  }
  return folder;
})();
