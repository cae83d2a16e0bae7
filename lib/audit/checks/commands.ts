import { expect } from '../failure.ts';
import { procfile, textOf } from '../languages/procfile.ts';
import type { Check } from '../types.ts';

/** What an app says of itself in its files. */
export const commands: readonly Check[] = [
  {
    id: 'commands.names',
    line: 'the commands of the contract are there by their names',
    run: async (app) => {
      const missing = app.language.missingCommands(app.directory, app.features);
      expect(missing.length === 0, `missing: ${missing.join(', ')}`);
      return undefined;
    },
  },
  {
    id: 'commands.procfile',
    line: 'Procfile names the processes: release, web, admin where it is one of its own',
    run: async (app) => {
      const names = Object.keys(procfile(app.directory));
      const own = app.features.has('admin') && app.features.has('admin-process');
      const wanted = ['release', 'web', ...(own ? ['admin'] : [])];
      const missing = wanted.filter((name) => !names.includes(name));
      expect(missing.length === 0, `Procfile lacks ${missing.join(', ')}`);
      return undefined;
    },
  },
  {
    id: 'commands.runtime',
    line: 'one runtime version: .node-version / .python-version, equal to that of the manifest',
    run: async (app) => {
      const { file, manifest, range } = app.language.runtime;
      const version = textOf(app.directory, file)?.trim() ?? '';
      expect(/^\d+(\.\d+)*$/.test(version), `${file} holds "${version}"`);
      const wanted = range.exec(textOf(app.directory, manifest) ?? '')?.[1];
      expect(wanted !== undefined, `${manifest} names no runtime version`);
      const image = /^FROM\s+\S*(?:node|python):(\d+(?:\.\d+)*)/m.exec(
        textOf(app.directory, 'Dockerfile') ?? '',
      )?.[1];
      const same = [wanted, ...(image ? [image] : [])].every((one) => agree(one, version));
      expect(same, `${file} ${version}, ${manifest} ${wanted}, Dockerfile ${image ?? 'none'}`);
      return undefined;
    },
  },
];

/** Whether two versions are the same as far as both say. */
function agree(one: string, other: string): boolean {
  const [left, right] = [one.split('.'), other.split('.')];
  return left.every((part, at) => right[at] === undefined || right[at] === part);
}
