import type { Fact, Facts } from '../../types.ts';
import type { Gathered } from './gathered.ts';
import { placeOf, requirementOf } from './manifests/read.ts';
import { placeIn } from './syntax/ask.ts';
import { readersIn } from './variables/libraries.ts';
import { settingsIn } from './variables/settings.ts';

const loggers = [
  'structlog',
  'loguru',
  'python-json-logger',
  'django-structlog',
  'logfire',
  'logbook',
];

/** The package that logs. */
export function loggerOf({ manifests }: Gathered): Facts['logger'] {
  const found = loggers
    .map((name) => requirementOf(manifests, name))
    .find((each) => each && !each.dev);
  return found && { value: found.name, evidence: [placeOf(found)] };
}

/** What checks the environment at the start: a settings class, or a library's reader. */
export function loaderOf({ modules }: Gathered): Fact<string> | undefined {
  const [settings] = settingsIn(modules);
  if (settings) {
    return { value: 'pydantic-settings', evidence: [placeIn(settings.module, settings.class)] };
  }
  const { first } = readersIn(modules);
  if (first) return { value: first.library, evidence: [placeIn(first.module, first.call)] };
  for (const module of modules) {
    const call = module.calls.find(
      ({ callee }) => callee.kind === 'name' && callee.name === 'decouple.config',
    );
    if (call) return { value: 'python-decouple', evidence: [placeIn(module, call)] };
  }
  return undefined;
}
