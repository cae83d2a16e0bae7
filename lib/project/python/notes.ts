import type { Facts, Note } from '../../types.ts';
import type { Gathered } from './gathered.ts';
import { pinned, ranges } from './runtime/claims.ts';
import { admits } from './runtime/specifier.ts';

/** Minors of Python that get no more fixes. */
const ended = new Set(['2.7', '3.5', '3.6', '3.7', '3.8', '3.9', '3.10']);

const placed = (place: string): Pick<Note, 'file' | 'line'> => {
  const [, file = place, line] = /^(.*):(\d+)$/.exec(place) ?? [];
  return { file, ...(line !== undefined && { line: Number(line) }) };
};

/** What the user should know of what was found: sources that disagree, versions at their end. */
export const notesOf = (gathered: Gathered, facts: Facts): readonly Note[] => [
  ...locks(gathered),
  ...disagreeing(gathered),
  ...differing(gathered, facts.runtime),
  ...atTheEnd(facts),
  ...unreachable(facts),
  ...onSocket(facts),
  ...withoutServer(facts),
];

const atTheEnd = ({ runtime }: Facts): readonly Note[] =>
  runtime && ended.has(runtime.value)
    ? [
        {
          ...placed(runtime.evidence[0] ?? ''),
          message: `Python ${runtime.value} gets no more fixes`,
        },
      ]
    : [];

function unreachable({ host, start }: Facts): readonly Note[] {
  if (!host || !start || !/^(?:127\.|localhost)/.test(host.value)) return [];
  const message = `listens on ${host.value} only: a container can't be reached there`;
  return [{ ...placed(host.evidence[0] ?? ''), message }];
}

function onSocket({ socket }: Facts): readonly Note[] {
  if (!socket) return [];
  const message =
    "listens on a socket's file, on no port: a container can't be reached there; bind 0.0.0.0:$PORT for that";
  return [{ ...placed(socket.evidence[0] ?? ''), message }];
}

function withoutServer({ stack, start, servable, application }: Facts): readonly Note[] {
  if (!stack || start || servable) return [];
  const lacks = application
    ? 'no server for production is a dependency (gunicorn, uvicorn, granian …)'
    : 'no application object was found that a server could be told';
  const message = `${lacks}: the start process can't be told`;
  return [{ ...placed(stack.evidence[0] ?? ''), message }];
}

function locks({ manager }: Gathered): readonly Note[] {
  const [used, ...others] = manager?.evidence ?? [];
  return others.map((other) => ({
    ...placed(other),
    message: `a second lock file beside ${used?.replace(/:\d+$/, '')}: only ${manager?.value} is used`,
  }));
}

function disagreeing({ files, manifests }: Gathered): readonly Note[] {
  const [range] = ranges(manifests);
  if (!range) return [];
  return pinned(files, manifests.base)
    .filter(
      ({ value, evidence }) =>
        !admits(range.value, minorOf(value)) && !/\.github\//.test(evidence[0] ?? ''),
    )
    .map(({ value, evidence }) => ({
      ...placed(evidence[0] ?? ''),
      message: `Python ${value} is outside ${range.value} (${range.evidence[0]})`,
    }));
}

/** Files that name another version than the one chosen, workflows with their matrix aside. */
function differing({ files, manifests }: Gathered, runtime: Facts['runtime']): readonly Note[] {
  if (!runtime) return [];
  return pinned(files, manifests.base)
    .filter(({ evidence: [place = ''] }) => !/\.github\/|local|dev|test/.test(place))
    .filter(({ value }) => minorOf(value) !== runtime.value)
    .map(({ value, evidence: [place = ''] }) => ({
      ...placed(place),
      message: `Python ${value} here, ${runtime.value} in ${runtime.evidence[0]?.replace(/:\d+$/, '')}`,
    }));
}

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');
