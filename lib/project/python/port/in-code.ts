import type { Gathered } from '../gathered.ts';
import { listeningCall } from '../start/serves.ts';
import { assignedTo, insideOf, lastOf, nameIn, placeIn, textIn } from '../syntax/ask.ts';
import type { Module, Value } from '../syntax/types.ts';
import { isVariable, type Read } from '../variables/read.ts';
import { boundBy } from './bound.ts';
import type { Listening } from './in-words.ts';

/** Where the code listens, with the place that says so. */
export interface Spoken extends Listening {
  readonly place: string;
  /** A call of the code's own opens it. */
  readonly isCall?: true;
}

/**
 * What the code says of where it listens: its own call, gunicorn's file, a variable for the port.
 * Where gunicorn starts it, its file comes first: the call is that of a development server.
 */
export function listeningIn(
  gathered: Gathered,
  main: Module | undefined,
  isGunicorn: boolean,
): readonly Spoken[] {
  const others = gathered.modules.filter((module) => module !== main);
  const calls = [...(main ? [main] : []), ...others].flatMap((module) => byCall(gathered, module));
  const files = gathered.modules.flatMap((module) => byGunicorn(gathered, module));
  const own = isGunicorn ? [...files, ...calls] : [...calls, ...files];
  return [...own, ...byVariable(gathered.reads)];
}

function byCall(gathered: Gathered, module: Module): readonly Spoken[] {
  const call = listeningCall(module);
  if (!call) return [];
  const port =
    call.keywords.port ?? (lastOf(calleeName(call.callee)) === 'listen' ? call.args[0] : undefined);
  const host = call.keywords.host ?? call.keywords.address;
  const name = host && textOf(gathered, module, host);
  const found = port ? spokenBy(gathered, module, port) : {};
  return [
    {
      ...found,
      ...(name !== undefined && { host: name }),
      ...{ place: placeIn(module, port ?? call), isCall: true },
    },
  ];
}

const calleeName = (value: Value): string =>
  value.kind === 'name' || value.kind === 'member' ? value.name : '';

/** The number in a value, and the variable that it reads; names are followed once. */
function spokenBy(gathered: Gathered, module: Module, value: Value, depth = 0): Listening {
  const inside = [...insideOf(value)];
  const reads = readsAt(gathered.reads, module, inside);
  const read = reads.find(isPort);
  const literal = inside.flatMap((each) =>
    each.kind === 'literal' || each.kind === 'text' ? numberIn(each.text) : [],
  );
  const port = literal[0] ?? numberIn(read?.fallback ?? '')[0];
  if (read || port !== undefined) {
    const isNumber = inside.some(
      (each) => each.kind === 'call' && lastOf(calleeName(each.callee)) === 'int',
    );
    return {
      ...(port !== undefined && { port }),
      ...(read && { variable: read.name, isNumber }),
    };
  }
  const name = nameIn(value);
  return name === undefined || depth > 1 ? {} : followed(gathered, module, name, depth);
}

function followed(gathered: Gathered, module: Module, name: string, depth: number): Listening {
  const own = assignedTo(module, name);
  if (own?.value) return spokenBy(gathered, module, own.value, depth + 1);
  const option = defaultOfOption(gathered, lastOf(name));
  if (option) return spokenBy(gathered, option.module, option.value, depth + 1);
  const [field] = gathered.reads.filter(
    (read) =>
      read.name.toUpperCase().endsWith(lastOf(name).toUpperCase()) && /PORT$/i.test(read.name),
  );
  const port = field && numberIn(field.fallback ?? '')[0];
  return field ? { variable: field.name, ...(port !== undefined && { port }) } : {};
}

/** Not a socket's path or a whole address: by what it is without the variable, else by its name. */
const isPort = ({ name, fallback = '' }: Read): boolean =>
  /^\d*$/.test(fallback) && !/(?:BIND|ADDR|ADDRESS|SOCK|SOCKET|PATH)$/i.test(name);

/** The default of an option of the command line: tornado's `define`, argparse's, click's. */
function defaultOfOption({ modules }: Gathered, name: string) {
  for (const module of modules) {
    const call = module.calls.find(
      (each) =>
        /^(?:define|add_argument|option)$/.test(lastOf(calleeName(each.callee))) &&
        each.args.some((word) => textIn(word)?.replace(/^--/, '') === name),
    );
    const value = call?.keywords.default;
    if (value) return { module, value };
  }
  return undefined;
}

/** The reads of variables that stand inside a value. */
const readsAt = (reads: readonly Read[], { path }: Module, inside: readonly Value[]) =>
  reads.filter(
    (read) =>
      read.path === path &&
      inside.some((each) => textIn(each) === read.name && each.line >= read.line),
  );

const numberIn = (text: string): readonly number[] =>
  /^\d{2,5}$/.test(text) ? [Number(text)] : [];

function textOf(gathered: Gathered, module: Module, value: Value): string | undefined {
  const found = [...insideOf(value)]
    .map(textIn)
    .filter((text) => /^[\d.]+$|^::1?$|^localhost$/.test(text ?? ''));
  const name = nameIn(value);
  const field =
    name &&
    gathered.reads.find(
      (read) => read.name.endsWith(lastOf(name).toUpperCase()) && read.path !== module.path,
    );
  return found.at(-1) ?? (field && /HOST$/.test(field.name) ? field.fallback : undefined);
}

/** `bind = "0.0.0.0:8000"` in gunicorn's own file, or a list of such. */
function byGunicorn(gathered: Gathered, module: Module): readonly Spoken[] {
  if (!/(?:^|\/)gunicorn[\w.-]*\.py$/.test(module.path)) return [];
  const bind = assignedTo(module, 'bind');
  if (!bind?.value) return [];
  const found = boundBy(bind.value) ?? spokenBy(gathered, module, bind.value);
  return [{ ...found, place: placeIn(module, bind) }];
}

const portNames =
  /^(?:(?:APP|API|WEB|HTTP|SERVER|SERVICE|BACKEND|UVICORN|GUNICORN|FLASK(?:_RUN)?|LISTEN)_)?PORT$/i;

/** A variable that is named as the port of the app, not that of a backing service. */
const byVariable = (reads: readonly Read[]): readonly Spoken[] =>
  reads
    .filter(({ name }) => portNames.test(name) && isVariable(name))
    .map(({ name, fallback = '', path, line }) => {
      const [port] = numberIn(fallback);
      return { variable: name, ...(port !== undefined && { port }), place: `${path}:${line}` };
    });
