import { fact } from '../../facts.ts';
import type { Facts } from '../../types.ts';
import type { Application } from './application/choose.ts';
import type { Gathered } from './gathered.ts';
import { exporterOf } from './manifests/requirements.ts';
import { at } from './manifests/toml.ts';
import { workersIn } from './processes/workers.ts';
import { listeningCall } from './start/serves.ts';
import { calleeOf, nameIn, textIn } from './syntax/ask.ts';
import type { Module } from './syntax/types.ts';

/** What the project is: a service where it serves or works on a queue, else a command or a library. */
export function kindOf(gathered: Gathered): Facts['kind'] {
  const { chosen, manifests } = gathered;
  if (chosen) return { value: 'service', evidence: chosen.evidence };
  const [worker] = workersIn(gathered);
  if (worker) return fact('service', worker.place);
  const table = manifests.pyproject?.table;
  const [path = ''] = manifests.paths;
  const scripts = at(table, 'project', 'scripts') ?? at(table, 'tool', 'poetry', 'scripts');
  if (scripts !== undefined) return fact('command', `${path}:1`);
  const packaged = at(table, 'build-system') !== undefined || manifests.setupPy !== undefined;
  return packaged ? fact('library', `${path}:1`) : undefined;
}

/** The lock file: the manager's own, or requirements that a tool exported. */
export function lockOf({ files, manager, manifests }: Gathered): Facts['lock'] {
  const path = manager?.evidence[0]?.replace(/:\d+$/, '');
  if (path?.endsWith('.lock')) return fact(path, `${path}:1`);
  const exported = manifests.requirementsFiles.find(
    (each) => exporterOf(files.read(each) ?? '') !== undefined,
  );
  return exported === undefined ? undefined : fact(exported, `${exported}:1`);
}

/** Where lines can be added: the application, its call that listens, Django's own files. */
export function placesOf(
  { django, chosen, naming, candidates }: Gathered,
  application: Application | undefined,
  main: Module | undefined,
): Pick<Facts, 'mount' | 'listen' | 'manage' | 'settings' | 'urls'> {
  const call = main && listeningCall(main);
  const isManaged = chosen?.framework.program !== undefined;
  const [settings] = isManaged ? django.settings : [];
  const root = settings?.assignments.find(({ target }) => nameIn(target) === 'ROOT_URLCONF');
  const urls = naming.path(textIn(root?.value) ?? '');
  return {
    ...(application && !isManaged && mountOf(candidates, application)),
    ...(main &&
      call && {
        listen: fact(
          { file: main.path, line: call.line, name: calleeOf(call) },
          `${main.path}:${call.line}`,
        ),
      }),
    ...(isManaged &&
      django.manage !== undefined && { manage: fact(django.manage, `${django.manage}:1`) }),
    ...(settings && { settings: fact(settings.path, `${settings.path}:1`) }),
    ...(settings &&
      urls !== undefined && { urls: fact(urls, `${settings.path}:${root?.line ?? 1}`) }),
  };
}

function mountOf(
  candidates: Gathered['candidates'],
  { path, target }: Application,
): Pick<Facts, 'mount'> {
  const name = target.split(':')[1]?.replace(/\(.*$/, '');
  const made = candidates.filter(({ module, bound }) => module.path === path && bound);
  const found = made.find((each) => each.name === name) ?? made[0];
  if (!found?.bound) return {};
  const { line, bound } = found;
  return { mount: fact({ file: path, line, name: bound }, `${path}:${line}`) };
}
