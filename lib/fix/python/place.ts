import { child, type Module, type Node, type Visited } from '../../documents/python/tree.ts';
import { calleeOf, textOf } from '../../documents/python/words.ts';
import { isGeneric } from '../spot.ts';
import type { Source } from './folders.ts';
import { readerOf } from './readers.ts';

/** The characters that give way, and what stands there instead of the literal. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** A reading, or nothing: what is left reads the variable already. */
  readonly instead: 'reading' | 'nothing';
  /** What stands before the brackets of a reading, where the code has it already. */
  readonly object?: string;
  /** The first name of what reads the variable already. */
  readonly root?: string;
  /** What reads the variable. */
  readonly by: 'environment' | 'decouple' | 'settings';
}

const parts: Readonly<Record<string, string | null>> = {
  assignment: 'right',
  pair: 'value',
  keyword_argument: 'value',
  default_parameter: 'value',
  typed_default_parameter: 'value',
  argument_list: null,
  return_statement: null,
};

/** A literal that is a whole value: of a name, a key, an argument. */
export function valuePlace({ node, above }: Visited): Place | undefined {
  const parent = above.at(-1);
  const field = parent && parts[parent.type];
  if (field === undefined || node.field !== field) return undefined;
  return { start: node.start, end: node.end, instead: 'reading', by: 'environment' };
}

/** A literal that is the default of a variable that the code reads. */
export function fallbackPlace(source: Source, visited: Visited): Place | undefined {
  const { module, origins } = source;
  const { node, above } = visited;
  const parent = above.at(-1);
  if (parent?.type === 'assignment') return fieldPlace(parent, node);
  if (parent?.type === 'boolean_operator') return alternativePlace(source, parent, node);
  const given = parent?.type === 'keyword_argument' ? parent : node;
  const list = above[above.indexOf(given) - 1] ?? parent;
  const all = given === node ? parent : list;
  const call = all && above[above.indexOf(all) - 1];
  if (all?.type !== 'argument_list' || call?.type !== 'call') return undefined;
  if (!isDefault(all, given)) return undefined;
  const { meant = '', written = '' } = calleeOf(module, call, origins) ?? {};
  const [root = ''] = written.split('.');
  const object = environOf(meant, written);
  if (object) return { ...spanOf(call), instead: 'reading', object, root, by: 'environment' };
  const by = readerBy(source, meant, written);
  return by && { ...cut(all, given), instead: 'nothing', root, by };
}

/** The environment as `os.environ.get` and `os.getenv` are written. */
function environOf(meant: string, written: string): string | undefined {
  if (meant === 'os.environ.get') return written.slice(0, -'.get'.length);
  return meant === 'os.getenv' && written.includes('.')
    ? `${written.slice(0, -'getenv'.length)}environ`
    : undefined;
}

/** What reads a variable alike without a default. */
const known: Readonly<Record<string, Place['by']>> = {
  'os.getenv': 'environment',
  'dj_database_url.config': 'environment',
  'decouple.config': 'decouple',
  'pydantic.Field': 'settings',
  'pydantic.v1.Field': 'settings',
};

const readerBy = (source: Source, meant: string, written: string): Place['by'] | undefined =>
  known[meant] ?? (readerOf(source, written.replace(/\.\w+$/, '')) ? 'environment' : undefined);

/** `os.getenv("X") or "secret"`. */
function alternativePlace(source: Source, whole: Node, node: Node): Place | undefined {
  const left = child(whole, 'left');
  const isOr = left && /^\s*or\s*$/.test(source.module.text.slice(left.end, node.start));
  if (!left || !isOr || node.field !== 'right') return undefined;
  const { meant = '', written = '' } = calleeOf(source.module, left, source.origins) ?? {};
  const object = environOf(meant, written);
  const [root = ''] = written.split('.');
  if (object) return { ...spanOf(whole), instead: 'reading', object, root, by: 'environment' };
  const by = readerBy(source, meant, written);
  return by && { start: left.end, end: whole.end, instead: 'nothing', root, by };
}

/** A field of a settings class keeps its type. */
function fieldPlace(field: Node, node: Node): Place | undefined {
  const type = child(field, 'type');
  return type && { start: type.end, end: node.end, instead: 'nothing', by: 'settings' };
}

const spanOf = ({ start, end }: Node) => ({ start, end });

/** Whether an argument is the last by its place, or named: what is behind it would take its place. */
function isDefault({ children }: Node, given: Node): boolean {
  if (children.some(({ type }) => /splat/.test(type))) return false;
  const positional = children.filter(({ type }) => type !== 'keyword_argument');
  const isNamed = given.type === 'keyword_argument';
  return positional.length <= (isNamed ? 1 : 2) && (isNamed || positional.at(-1) === given);
}

/** An argument with the comma that parts it from its neighbour. */
function cut(list: Node, given: Node): Pick<Place, 'start' | 'end'> {
  const index = list.children.indexOf(given);
  const [before, after] = [list.children[index - 1], list.children[index + 1]];
  if (before) return { start: before.end, end: given.end };
  if (after) return { start: given.start, end: after.start };
  return { start: list.start + 1, end: list.end - 1 };
}

/** What a literal is called; one that is only `password` is called after what it is of. */
export function nameAround(module: Module, { node, above }: Visited): string {
  const names = [...above, node].flatMap((one) => nameOf(module, one) ?? []);
  const own = names.at(-1) ?? '';
  const outer = names.slice(0, -1).filter((name) => name !== 'default');
  if (!isGeneric(own) || outer.length === 0) return own;
  return [...outer.map((name) => name.replace(/^DATABASES$/, 'DATABASE')), own].join('_');
}

function nameOf(module: Module, node: Node): string | undefined {
  const named = child(node, 'left') ?? child(node, 'key') ?? child(node, 'name');
  if (
    !named ||
    !/^(?:assignment|pair|keyword_argument|(?:typed_)?default_parameter)$/.test(node.type)
  )
    return undefined;
  const said = textOf(module, named);
  return /(?:["']([^"']+)["']\]?|(\w+))$/.exec(said)?.slice(1).find(Boolean);
}
