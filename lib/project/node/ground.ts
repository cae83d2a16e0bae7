import type { Files } from '../../types.ts';
import { type Composed, composedIn, composeOf } from '../compose.ts';
import { type Dockerfile, dockerfileOf } from '../dockerfile.ts';
import { type Setting, settingsOf } from '../environment.ts';
import { type Named, procfileOf } from '../procfile.ts';
import type { Repository } from '../repository.ts';
import { type Code, codeOf } from './code/code.ts';
import { type Configured, configuredOf, configuredSecrets, settled } from './configured.ts';
import { frameworksIn } from './frameworks.ts';
import { type Listening, listeningIn } from './listen.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Managed, pm2Of } from './pm2.ts';

/** What is read once, and looked at by every fact. */
export interface Ground {
  readonly files: Files;
  readonly around: Repository;
  readonly text: string;
  readonly manifest: Manifest;
  /** The package of the framework that the service is made with. */
  readonly framework: string | undefined;
  readonly code: Code;
  readonly docker: Dockerfile | undefined;
  readonly services: readonly Composed[];
  readonly settings: readonly Setting[];
  readonly listening: readonly Listening[];
  /** What the files of a package of settings say. */
  readonly configured: readonly Configured[];
  /** Where those files hold secrets. */
  readonly exposed: readonly string[];
  readonly procfile: readonly Named[];
  readonly pm2: readonly Managed[];
}

/** Reads a Node project. */
export async function groundOf(files: Files, around: Repository): Promise<Ground> {
  const text = files.read('package.json') ?? '{}';
  const manifest = readManifest(text);
  const code = await codeOf(files);
  const configured = await configuredOf(files, manifest);
  return {
    ...{ files, around, text, manifest, code },
    framework: frameworkOf(manifest, code),
    docker: dockerfileOf(files),
    services: await composedIn(files, composeOf(files)?.value),
    settings: settingsOf(files),
    configured,
    exposed: await configuredSecrets(files, manifest),
    listening: settled(listeningIn(code), configured),
    procfile: procfileOf(files),
    pm2: pm2Of(code, files),
  };
}

/** The foremost framework, unless the code imports only one further behind. */
function frameworkOf(manifest: Manifest, code: Code): string | undefined {
  const all = frameworksIn(manifest);
  const imported = (name: string): boolean =>
    code.sources.some(({ text }) => new RegExp(`['"]${name}(?:/[^'"]*)?['"]`).test(text));
  return all.find(imported) ?? all[0];
}
