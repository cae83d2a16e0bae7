import { child, type Module, type Node } from '../../../lib/documents/python/tree.ts';
import { type Origins, originsOf, textOf } from '../../../lib/documents/python/words.ts';
import { isTest } from '../../../lib/project/python/sources.ts';
import type { Project } from '../../../lib/types.ts';

/** One place that gives variables values: the one it names, or whichever it may be. */
export interface Setting {
  readonly name: string | undefined;
  readonly start: number;
}

/** Whether an expression is `os.environ`, by whatever import. */
export function environmentIn(module: Module, origins: Origins, node: Node | undefined): boolean {
  if (!node || !/^(?:identifier|attribute)$/.test(node.type)) return false;
  const [first = '', ...rest] = textOf(module, node).split('.');
  return [origins.get(first) ?? first, ...rest].join('.') === 'os.environ';
}

/** The name between the brackets; undefined where the code computes it. */
export function keyOf(module: Module, { children }: Node): string | undefined {
  const key = children.find(({ type }) => type === 'string');
  return key && /^["'](\w+)["']$/.exec(textOf(module, key))?.[1];
}

const harmless =
  /^(?:comparison_operator|dictionary_splat|import_from_statement|dotted_name|aliased_import)$/;
const asking = /^(?:get|copy|items|keys|values)$/;

const isCopy = (module: Module, call: Node): boolean => /^dict\(/.test(textOf(module, call));

/** The places of a module that set variables, or hand the environment to what may. */
export function settingsIn(module: Module): readonly Setting[] {
  const origins = originsOf(module);
  return module.nodes.flatMap(({ node, above }) => {
    const [outer, around] = [above.at(-1), above.at(-2)];
    const isIt = node.field !== 'attribute' && environmentIn(module, origins, node);
    if (!outer || !isIt || harmless.test(outer.type)) return [];
    const { start } = node;
    if (outer.type === 'subscript' && node.field === 'value') {
      const isTarget = outer.field === 'left' || /delete|pattern/.test(around?.type ?? '');
      return isTarget ? [{ name: keyOf(module, outer), start }] : [];
    }
    const method = outer.type === 'attribute' ? child(outer, 'attribute') : undefined;
    const verb = method && textOf(module, method);
    if (verb !== undefined && asking.test(verb)) return [];
    const given = around?.type === 'call' ? child(around, 'arguments') : undefined;
    const [first] = given?.children ?? [];
    const isNamed = /^(?:setdefault|pop)$/.test(verb ?? '') && first?.type === 'string';
    if (outer.type === 'argument_list' && around && isCopy(module, around)) return [];
    return [{ name: isNamed && given ? keyOf(module, given) : undefined, start }];
  });
}

const named =
  /\benviron(?:\[\s*|\.(?:setdefault|pop)\(\s*)["'](\w+)["'](?:\s*\]\s*=(?!=)|\s*[,)])/g;
/** What sets variables that it doesn't name, or hands the environment to what may. */
const loose =
  /\benviron\s*(?:\|=|=(?!=)|\bas\b|\.update\()|\benviron\.setdefault\(\s*[^"'\s]|\benviron\[\s*[^"'\]][^\n]*\]\s*=(?!=)|=\s*os\.environ\s*$|(?<!\bdict)\(\s*os\.environ\s*[,)]/m;

/** Whether another module of the project gives a variable a value, or may. */
export function isSetElsewhere({ theirs }: Project, entry: string, name: string): boolean {
  const others = theirs
    .list()
    .filter((path) => path.endsWith('.py') && path !== entry && !isTest(path))
    .map((path) => theirs.read(path) ?? '')
    .filter((text) => /\benviron\b/.test(text));
  const sets = (text: string): boolean =>
    [...text.matchAll(named)].some(([, each]) => each === name);
  return others.some((text) => loose.test(text) || sets(text));
}
