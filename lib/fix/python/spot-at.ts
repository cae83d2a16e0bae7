import { styleOf } from '../../documents/python/style.ts';
import type { Module, Visited } from '../../documents/python/tree.ts';
import type { Hardcoded } from '../../project/python/secrets/find.ts';
import type { Read } from '../../project/python/variables/read.ts';
import { strictSettings } from '../../retrofit/strict.ts';
import type { Project } from '../../types.ts';
import { addressIn, type Spot } from '../spot.ts';
import type { Source } from './folders.ts';
import { type Literal, literalOf, wholeAt } from './literal.ts';
import { ownVariable } from './own-variable.ts';
import { fallbackPlace, nameAround, type Place, valuePlace } from './place.ts';
import { unloadable } from './project.ts';
import type { Way } from './way.ts';
import { wayTo } from './way-to.ts';

/** A secret that stays where it is. */
export const left = ({ line, start }: Hardcoded, unsure: string): Spot => ({
  ...{ line, start, end: start, name: '', value: '', unsure },
  reading: () => '',
});

/** A secret of a file with how it gives way, or why it stays. */
export function spotAt(
  source: Source,
  found: Hardcoded,
  reads: readonly Read[],
  project: Project,
): Spot {
  const { module } = source;
  const visited = wholeAt(module, found.start);
  const literal = visited && literalOf(module, visited.node);
  const read = reads.find(({ start }) => start === found.start);
  const set = visited && ownVariable(source, visited, project.facts.variables?.value ?? []);
  if (set && !set.place)
    return left(found, `take the line away, and set ${set.variable} wherever this runs`);
  const place =
    set?.place ?? (visited && (read ? fallbackPlace(source, visited) : valuePlace(visited)));
  if (!visited || !place || (read && literal?.isBytes))
    return left(found, 'it is part of an expression');
  if (!literal) return left(found, 'it is no plain text between quotes');
  if (module.comments.some(({ start, end }) => start >= place.start && end <= place.end))
    return left(found, 'a comment stands in between');
  const way = wayTo(source, visited, place, project.theirs);
  if (typeof way === 'string') return left(found, way);
  const variable = set?.variable ?? read?.name;
  return {
    ...{ line: found.line, start: place.start, end: place.end, value: literal.value },
    name: nameOf(module, visited, literal),
    needs: way.needs,
    reading: readingIn(source, place, way, literal),
    unsure: hindrance(project, place, way) ?? misread(literal, way),
    ...(variable && { variable }),
  };
}

/** An address that is handed on is called after its kind, not after what is made of it. */
const nameOf = (module: Module, visited: Visited, { value }: Literal): string =>
  visited.above.at(-1)?.type === 'argument_list' && addressIn(value) !== undefined
    ? ''
    : nameAround(module, visited);

function readingIn({ module }: Source, place: Place, way: Way, { isBytes }: Literal) {
  const { instead, object, start, end } = place;
  const { quote } = styleOf(module);
  const [before, after] = [gap(module.text[start - 1]), gap(module.text[end])];
  if (instead === 'nothing') return () => '';
  const [open, close] = object ? [`${object}[`, ']'] : [way.open, way.close];
  const behind = `${close}${isBytes ? '.encode()' : ''}${after}`;
  return (name: string) => `${before}${open}${quote}${name}${quote}${behind}`;
}

/** What parts a reading from a word beside it: `return"…"`. */
const gap = (beside = ''): string => (/[\p{L}\p{N}_]/u.test(beside) ? ' ' : '');

/** What of the project keeps a secret in its place. */
function hindrance(project: Project, { by }: Place, { needs }: Way): string | undefined {
  const strict = by === 'settings' ? undefined : strictSettings(project);
  if (strict)
    return `${strict} refuses a .env with what is no field of its settings: let it ignore that (extra="ignore"), and run this again`;
  return needs.includes('dotenv') ? unloadable(project) : undefined;
}

const misread = ({ value }: Literal, { open }: Way): string | undefined =>
  /^[$"']/.test(value) && open.endsWith('(')
    ? 'what reads .env here takes its first character for something else'
    : undefined;
