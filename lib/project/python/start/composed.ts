import type { Facts } from '../../../types.ts';
import type { Application } from '../application/choose.ts';
import type { Gathered } from '../gathered.ts';
import { type Manifests, requirementOf } from '../manifests/read.ts';
import { tableAt } from '../manifests/toml.ts';
import { assignedTo } from '../syntax/ask.ts';
import { below } from '../text.ts';
import { offered, servers, wordsFor } from './compose-words.ts';
import type { Found } from './real.ts';

/** The process that follows from the application and the server that is a dependency. */
export function composed(
  { manifests, modules }: Gathered,
  application: Application | undefined,
  port: number,
): Found | undefined {
  if (!application) return undefined;
  const installed = isPackaged(manifests) && application.root === below(manifests.base, 'src');
  const suited = servers.filter(({ protocols }) => protocols.includes(application.protocol));
  const bound = modules.some(
    (module) => /(?:^|\/)gunicorn\.conf\.py$/.test(module.path) && assignedTo(module, 'bind'),
  );
  for (const server of suited) {
    const found = server.packages
      .map((name) => requirementFor(manifests, name))
      .find((each) => each !== undefined);
    const words = found && wordsFor(server, application, bound ? undefined : port, installed);
    if (found && words) return { words, place: `${found.file}:${found.line}`, composed: true };
  }
  return undefined;
}

/** The processes that would serve the application, had it a server. */
export function servable(
  { manifests }: Gathered,
  application: Application | undefined,
): Facts['servable'] {
  if (!application) return undefined;
  const installed = isPackaged(manifests) && application.root === below(manifests.base, 'src');
  const found = offered
    .filter(({ protocols }) => protocols.includes(application.protocol))
    .map((server) => [server.packages[0], wordsFor(server, application, '$PORT', installed)])
    .filter(([, words]) => words !== undefined);
  return found.length > 0
    ? { value: Object.fromEntries(found), evidence: [application.place] }
    : undefined;
}

/** An image's process as it runs from the project's own root: its folder is named where it must be. */
export function placed(
  { manifests }: Gathered,
  written: Found | undefined,
  named: Application | undefined,
): Found | undefined {
  if (!written?.inImage || !named || named.root === manifests.base) return written;
  const installed = isPackaged(manifests) && named.root === below(manifests.base, 'src');
  if (installed || written.words.some((word) => /chdir|app-dir|working-dir/.test(word)))
    return written;
  const server = servers.find(({ packages }) => packages[0] === written.words[0]);
  return { ...written, words: [...written.words, ...(server?.folder(named.root) ?? [])] };
}

/** Whether installing the project installs its modules, so that no folder must be named. */
const isPackaged = ({ pyproject, setupPy, setupCfg }: Manifests): boolean =>
  tableAt(pyproject?.table, 'build-system')['build-backend'] !== undefined ||
  setupPy !== undefined ||
  setupCfg?.includes('[metadata]') === true;

/** The requirement of `name`, or of `name[extra]` with that extra. */
function requirementFor(manifests: Gathered['manifests'], asked: string) {
  const [, name = '', extra] = /^([\w-]+)(?:\[(\w+)\])?$/.exec(asked) ?? [];
  const found = requirementOf(manifests, name);
  return found && !found.dev && (extra === undefined || found.extras.includes(extra))
    ? found
    : undefined;
}
