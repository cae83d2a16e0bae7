import { child, type Node, placeOf } from '../../documents/python/tree.ts';
import { calleeOf, textOf } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import { argumentsOf, isOwnDotenv, type Source } from './folders.ts';
import { isSingle } from './names.ts';
import { readerOf } from './readers.ts';

/** A statement by which a file has `.env` loaded, and whether that surely is the project's own. */
interface Load {
  readonly end: number;
  readonly isSure: boolean;
  /** The reader that alone gets what is loaded; absent: the environment gets it. */
  readonly only?: string | undefined;
}

/** How `.env` comes to a place of a file: loaded above, not at all, or from where nobody can say. */
export type Loaded = 'loaded' | 'none' | 'unsure';

/** How `.env` comes to an offset of a file: to its environment, or to one of its readers. */
export function loadedAt(source: Source, offset: number, files: Files, reader?: string): Loaded {
  const loads = loadsIn(source, files).map(({ end, isSure, only }) => ({
    end,
    isSure: isSure && (only === undefined || only === reader),
  }));
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
    const [root = ''] = written.split('.');
    const isKnown = isTop && isSingle(source, root);
    return [
      {
        end: node.end,
        isSure: isKnown && isSure(source, node, kind, files),
        only: onlyFor(meant, written, source),
      },
    ];
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

/** The reader of environs keeps what it reads for itself. */
function onlyFor(meant: string, written: string, source: Source): string | undefined {
  if (!meant.endsWith('.read_env')) return undefined;
  const object = written.slice(0, -'.read_env'.length);
  const library = readerOf(source, object) ?? meant;
  return library.startsWith('environs.') ? object : undefined;
}

const options = /^(?:dotenv_path|path|env_file|verbose|override|overwrite)$/;

function isSure(source: Source, call: Node, kind: Kind, files: Files): boolean {
  const given = argumentsOf(call);
  const named = given.flatMap((one) => {
    const [name, value] = [child(one, 'name'), child(one, 'value')];
    return one.type === 'keyword_argument' && name && value
      ? [[textOf(source.module, name), value] as const]
      : [];
  });
  const keyword = named.find(([name]) => /^(?:dotenv_path|path|env_file)$/.test(name))?.[1];
  const positional = given.filter(({ type }) => type !== 'keyword_argument');
  if (positional.length > (keyword ? 0 : 1) || !named.every(([name]) => options.test(name)))
    return false;
  const path = keyword ?? positional[0];
  const nearest = !isShadowed(source, files, ['.env']);
  if (!path) return kind === 'searching' ? nearest : !source.path.includes('/');
  const meant = calleeOf(source.module, path, source.origins)?.meant;
  if (meant === 'dotenv.find_dotenv' && argumentsOf(path).length === 0) return nearest;
  return isOwnDotenv(source, path);
}
