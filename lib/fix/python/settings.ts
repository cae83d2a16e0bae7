import { child, type Node, type Visited } from '../../documents/python/tree.ts';
import { textOf } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import { argumentsOf, type Source } from './folders.ts';

/** Why a field keeps its secret where its class may read another variable. */
export const special = 'it is not sure which variable this class of settings reads for it';

const roots = /^(?:pydantic_settings|pydantic(?:\.v1|\.env_settings)?)\.BaseSettings$/;
const plain = /^(?:env_file|env_file_encoding|env_prefix|extra|frozen|validate_default|title)$/;

/** Whether the settings class around a field shows all that decides which variable the field reads. */
export function isPlainSettings(source: Source, { above }: Visited, files: Files): boolean {
  const { module } = source;
  const class_ = above.findLast(({ type }) => type === 'class_definition');
  const named = class_ && child(class_, 'name');
  if (!class_ || !named) return false;
  const meant = baseOf(source, class_);
  if (!meant || !roots.test(meant) || !isPlainField(source, above, meant)) return false;
  const options = optionsIn(source, class_);
  const hasPrefix = options.some(({ name }) => name === 'env_prefix');
  if (!hasPrefix && /["']env_prefix["']/.test(module.text)) return false;
  return options.every(isPlain) && !isVaried(textOf(module, named), files);
}

interface Option {
  readonly name: string;
  readonly value?: Node | undefined;
}

const isPlain = ({ name, value }: Option): boolean =>
  plain.test(name) &&
  (name !== 'env_prefix' || (value?.type === 'string' && !/interpolation/.test(typesIn(value))));

const typesIn = ({ children }: Node): string => children.map(({ type }) => type).join(' ');

/** What a class derives from, if that is one class and nothing else is said there. */
function baseOf({ module, origins }: Source, class_: Node): string | undefined {
  const [base, ...rest] = child(class_, 'superclasses')?.children ?? [];
  if (!base || rest.length > 0) return undefined;
  const [first = '', ...names] = textOf(module, base).split('.');
  return [origins.get(first) ?? first, ...names].join('.');
}

/** `Field(…, env="X")` is of the old pydantic; an alias that is no plain text may be several. */
function isPlainField({ module }: Source, above: readonly Node[], base: string): boolean {
  const call = above.findLast(({ type }) => type === 'call');
  return !(call ? argumentsOf(call) : []).some((one) => {
    const [keyword, value] = [child(one, 'name'), child(one, 'value')];
    const name = keyword ? textOf(module, keyword) : '';
    if (name === 'env' && base.startsWith('pydantic_settings')) return true;
    return /^(?:env|alias|validation_alias)$/.test(name) && value?.type !== 'string';
  });
}

/** What configures a class: its `model_config`, its class `Config`, and sources of its own. */
function optionsIn({ module }: Source, class_: Node): readonly Option[] {
  const inside = module.nodes.filter(({ above }) => above.includes(class_));
  return inside.flatMap(({ node }) => {
    const name = child(node, 'name') ?? child(node, 'left');
    const said = name ? textOf(module, name) : '';
    if (node.type === 'function_definition')
      return /customise_sources$/.test(said) ? [{ name: said }] : [];
    if (node.type === 'assignment' && said === 'model_config') {
      const right = child(node, 'right');
      const list = right?.type === 'dictionary' ? right.children : right && argumentsOf(right);
      return list && list.length > 0
        ? list.map((one) => optionOf(module.text, one))
        : [{ name: '' }];
    }
    if (node.type !== 'class_definition' || said !== 'Config') return [];
    if (child(node, 'superclasses')) return [{ name: '' }];
    const body = child(node, 'body')?.children ?? [];
    return body.map((one) => optionOf(module.text, one.children[0] ?? one));
  });
}

function optionOf(text: string, node: Node): Option {
  const named = child(node, 'name') ?? child(node, 'key') ?? child(node, 'left');
  const name = named ? textOf({ text }, named).replaceAll(/["']/g, '') : '';
  return { name, value: child(node, 'value') ?? child(node, 'right') };
}

/** Whether other classes derive from a class, or code sets its options when it makes one. */
const isVaried = (name: string, files: Files): boolean =>
  files
    .list()
    .filter((path) => path.endsWith('.py'))
    .map((path) => files.read(path) ?? '')
    .some(
      (text) =>
        new RegExp(`\\bclass\\s+\\w+\\s*\\([^)]*\\b${name}\\b`).test(text) ||
        new RegExp(`\\b${name}\\([^)]*\\b_(?:env_\\w+|case_sensitive|secrets_dir)\\s*=`).test(text),
    );
