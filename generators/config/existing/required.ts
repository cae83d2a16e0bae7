import { DocumentError } from '../../../lib/documents/error.ts';
import { child, type Module, type Node, parse } from '../../../lib/documents/python/tree.ts';
import { originsOf, textOf } from '../../../lib/documents/python/words.ts';
import { withoutBom } from '../../../lib/documents/text.ts';
import { dotenvOf } from '../../../lib/retrofit/dotenv.ts';
import type { PythonCode } from '../../../lib/retrofit/python.ts';
import type { Project } from '../../../lib/types.ts';
import { environmentIn, isSetElsewhere, keyOf, type Setting, settingsIn } from './set.ts';

/** One reading that code can't be loaded without. */
export interface Read {
  readonly name: string;
  /** Where its statement begins. */
  readonly start: number;
  /** The plain name that the module assigns it to, where it does. */
  readonly holder: string | undefined;
}

/**
 * The variables without which the entry itself can't be loaded, in the order of the text; none where
 * it isn't sure that all that loads a file, or sets some, has run before the check.
 */
export function requiredReads(project: Project, { entry, object }: PythonCode): readonly Read[] {
  const text = withoutBom(project.theirs.read(entry) ?? '');
  const module = /\benviron\b/.test(text) ? parsed(text) : undefined;
  const made = startOf(text, new RegExp(`^${object}\\b[^=\\n]*=(?!=)`, 'm'));
  const loaded = loadedIn(project, entry, text);
  if (!module || loaded === undefined || (loaded > made && made >= 0)) return [];
  const settings = settingsIn(module);
  return readsIn(module).filter(
    (read) =>
      read.start >= loaded &&
      !settings.some((setting) => gives(setting, read)) &&
      !isSetElsewhere(project, entry, read.name),
  );
}

/** Whether a variable may have its value from there. */
const gives = ({ name, start }: Setting, read: Read): boolean =>
  name === undefined ? start < read.start : name === read.name;

function parsed(text: string): Module | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

const startOf = (text: string, pattern: RegExp): number => text.search(pattern);

/** Behind what the entry loads `.env` by as it is loaded itself; 0 where nothing does; undefined: not sure. */
function loadedIn(project: Project, entry: string, text: string): number | undefined {
  const loads = /\b(?:load_dotenv|read_env|dotenv_values)\s*\(/;
  const code = project.theirs.list().filter((path) => path.endsWith('.py') && path !== entry);
  if (code.some((path) => loads.test(project.theirs.read(path) ?? ''))) return undefined;
  if (!loads.test(text)) return dotenvOf(project) === undefined ? 0 : undefined;
  const all = [...text.matchAll(/\b(?:load_dotenv|read_env|dotenv_values)\s*\(/g)];
  const [, ...more] = all;
  const at = startOf(text, /^(?:dotenv\.)?load_dotenv\(/m);
  return at < 0 || more.length > 0 ? undefined : at;
}

/** Readings that run as the module loads, come what may: of its own statements, and of its classes'. */
function readsIn(module: Module): readonly Read[] {
  const origins = originsOf(module);
  const namesIn = (node: Node): readonly string[] => {
    const environment = environmentIn(module, origins, child(node, 'value'));
    const name = node.type === 'subscript' && environment ? keyOf(module, node) : undefined;
    const inner = node.children.filter(({ type }) => surely.test(type)).flatMap(namesIn);
    return name === undefined ? inner : [name, ...inner];
  };
  return module.statements.flatMap((statement) => {
    const [first] = statement.children;
    const left = first?.type === 'assignment' ? child(first, 'left') : undefined;
    const holder = left?.type === 'identifier' ? textOf(module, left) : undefined;
    const values = valuesOf(statement).filter(({ type }) => surely.test(type));
    return values.flatMap(namesIn).map((name) => ({ name, start: statement.start, holder }));
  });
}

/** Parts of an expression that run whenever it does. */
const surely =
  /^(?:subscript|call|argument_list|keyword_argument|attribute|list|tuple|set|dictionary|pair|parenthesized_expression|binary_operator|unary_operator|string|concatenated_string|interpolation)$/;

/** What a statement at the top gives to names, to its class's, and to parameters where they have none. */
function valuesOf(statement: Node): readonly Node[] {
  const [first] = statement.children;
  const value = first?.type === 'assignment' ? child(first, 'right') : undefined;
  if (value?.type === 'assignment') return valuesOf({ ...statement, children: [value] });
  if (value) return [value];
  const inner = child(statement, 'definition');
  if (inner) return valuesOf(inner);
  const body = child(statement, 'body');
  if (statement.type === 'class_definition') return (body?.children ?? []).flatMap(assigned);
  if (statement.type !== 'function_definition') return [];
  const parameters = child(statement, 'parameters')?.children ?? [];
  return parameters.flatMap((each) => child(each, 'value') ?? []);
}

const assigned = (statement: Node): readonly Node[] =>
  statement.type === 'expression_statement' ? valuesOf(statement) : [];
