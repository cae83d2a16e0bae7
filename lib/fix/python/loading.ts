import { child, type Node, placeOf } from '../../documents/python/tree.ts';
import { calleeOf, textOf } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import { argumentsOf, isOwnDotenv, type Source } from './folders.ts';

/** A statement by which a file has `.env` loaded, and whether that surely is the project's own. */
interface Load {
  readonly end: number;
  readonly isSure: boolean;
}

/** How `.env` comes to a place of a file: loaded above, not at all, or from where nobody can say. */
export type Loaded = 'loaded' | 'none' | 'unsure';

/** How `.env` comes to an offset of a file. */
export function loadedAt(source: Source, offset: number, files: Files): Loaded {
  const loads = loadsIn(source, files);
  if (loads.some(({ end, isSure }) => isSure && end <= offset)) return 'loaded';
  return loads.some(({ isSure }) => !isSure) ? 'unsure' : 'none';
}

/** Whether a search from a file's folder upwards meets another file before the project's own `.env`. */
export function isShadowed({ path }: Pick<Source, 'path'>, files: Files, names: readonly string[]) {
  const folders = path.split('/').slice(0, -1);
  return folders.some((_, index) =>
    names.some(
      (name) => files.read([...folders.slice(0, index + 1), name].join('/')) !== undefined,
    ),
  );
}

function loadsIn(source: Source, files: Files): readonly Load[] {
  const { module, origins } = source;
  return module.nodes.flatMap((visited) => {
    const { node } = visited;
    const { meant = '', written = '' } = calleeOf(module, node, origins) ?? {};
    const kind = kindOf(source, meant, written);
    if (!kind) return [];
    const isTop = placeOf(visited)?.list === module.statements;
    return [{ end: node.end, isSure: isTop && isSure(source, node, kind, files) }];
  });
}

type Kind = 'searching' | 'beside';

/** By what is called: what searches upwards for `.env`, and what looks beside the file only. */
function kindOf(source: Source, meant: string, written: string): Kind | undefined {
  if (meant === 'dotenv.load_dotenv') return 'searching';
  if (!meant.endsWith('.read_env')) return undefined;
  const object = written.slice(0, -'.read_env'.length);
  const made = readerOf(source, object);
  const class_ = meant.slice(0, -'.read_env'.length);
  const library = made ?? class_;
  if (library.startsWith('environs.')) return 'searching';
  return library.startsWith('environ.') ? 'beside' : undefined;
}

function isSure(source: Source, call: Node, kind: Kind, files: Files): boolean {
  const given = argumentsOf(call);
  const named = given.flatMap((one) => {
    const [name, value] = [child(one, 'name'), child(one, 'value')];
    return one.type === 'keyword_argument' && name && value
      ? [[textOf(source.module, name), value] as const]
      : [];
  });
  const keyword = named.find(([name]) => /^(?:dotenv_path|path|env_file)$/.test(name))?.[1];
  const path = keyword ?? given.find(({ type }) => type !== 'keyword_argument');
  const nearest = !isShadowed(source, files, ['.env']);
  if (!path) return kind === 'searching' ? nearest : !source.path.includes('/');
  const meant = calleeOf(source.module, path, source.origins)?.meant;
  if (meant === 'dotenv.find_dotenv' && argumentsOf(path).length === 0) return nearest;
  return isOwnDotenv(source, path);
}

const makers = /^(?:environs?\.(?:FileAware)?Env)$/;

/** The class of the reader that a module's own name is, as `environs.Env`. */
export function readerOf({ module, origins }: Source, name: string): string | undefined {
  for (const { node, above } of module.nodes) {
    const [left, right] = [child(node, 'left'), child(node, 'right')];
    const isTop = above.length === 2 && node.type === 'assignment';
    if (!isTop || !left || !right || textOf(module, left) !== name) continue;
    const meant = calleeOf(module, right, origins)?.meant;
    if (meant && makers.test(meant)) return meant;
  }
  return undefined;
}
