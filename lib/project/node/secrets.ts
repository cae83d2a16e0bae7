import type { Facts } from '../../facts.ts';
import { hasPassword, isKeptSecret, isKnownKey, isSecretName, isSecretValue } from '../secrets.ts';
import type { Code } from './code/code.ts';
import {
  bare,
  child,
  children,
  lineAt,
  literal,
  type Node,
  nameOf,
  propertyOf,
  type Source,
} from './code/syntax.ts';
import { walk } from './code/walk.ts';

/** A literal of the code that is a secret. Its text is not kept. */
export interface Hardcoded {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What it is called there: a variable's, property's or option's name. */
  readonly name: string;
  /** Where the literal stands, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** The hard-coded secrets of a file. */
export function hardcodedIn(source: Source): readonly Hardcoded[] {
  const found: Hardcoded[] = [];
  walk(source.program, (node, around) => {
    if (node.type !== 'Literal' && node.type !== 'TemplateLiteral') return;
    const value = literal(node);
    if (typeof value !== 'string') return;
    const name = calledBy(node, around());
    if (/^(?:examples?|description)$/.test(name ?? '')) return;
    const secret =
      name !== undefined &&
      ((isSecretName(name) && isSecretValue(value, name)) || isKeptSecret(value, name));
    if (!secret && !isKnownKey(value) && !hasPassword(value)) return;
    const line = lineAt(source.text, node.start);
    found.push({ file: source.path, line, name: name ?? '', start: node.start, end: node.end });
  });
  return found;
}

/** What a text must hold for a secret to be in it. */
const suspicious =
  /secret|passw|passphrase|pwd|token|api_?key|_key|Key\b|\bjwt|hmac|session|cookie|credential|:\/\/[^\s'"`/]*:[^\s'"`]+@|AKIA|gh[pousr]_|github_pat|glpat-|k_live_|xox[abprs]-|AIza|SG\.|PRIVATE KEY|eyJ|\bsign\(|createHmac|cookieParser/i;

/** Where secrets stand in the code. */
export function secretsIn(code: Code, configured: readonly string[] = []): Facts['secrets'] {
  const evidence = code
    .with(suspicious)
    .flatMap(hardcodedIn)
    .map(({ file, line }) => `${file}:${line}`);
  const all = [...evidence, ...configured];
  return all.length > 0 ? { evidence: [...new Set(all)] } : undefined;
}

/** The name that a literal is given, fallbacks and casts between aside. */
function calledBy(node: Node, around: readonly Node[]): string | undefined {
  let inner = node;
  for (const outer of around) {
    const left = outer.type === 'LogicalExpression' ? bare(child(outer, 'left')) : undefined;
    if (left && left !== inner) return propertyOf(left) ?? nameOf(left) ?? undefined;
    if (outer.type === 'VariableDeclarator') return nameOf(child(outer, 'id'));
    if (outer.type === 'AssignmentExpression')
      return propertyOf(child(outer, 'left')) ?? nameOf(child(outer, 'left'));
    if (outer.type === 'AssignmentPattern') return nameOf(child(outer, 'left'));
    if (outer.type === 'Property' || outer.type === 'PropertyDefinition')
      return child(outer, 'value') === inner ? nameOf(child(outer, 'key')) : undefined;
    if (outer.type === 'CallExpression') return argumentName(outer, inner);
    if (bare(outer) === outer && outer.type !== 'ConditionalExpression') return undefined;
    inner = outer;
  }
  return undefined;
}

/** Arguments that are secrets by their place: of jsonwebtoken, cookie-parser, createHmac. */
const places: Readonly<Record<string, number>> = {
  sign: 1,
  verify: 1,
  createHmac: 1,
  cookieParser: 0,
};

function argumentName(call: Node, argument: Node): string | undefined {
  const called = child(call, 'callee');
  const name = propertyOf(called) ?? nameOf(called) ?? '';
  const index = children(call, 'arguments').indexOf(argument);
  const jwt =
    name !== 'sign' && name !== 'verify'
      ? true
      : /jwt|jsonwebtoken/i.test(nameOf(child(called, 'object')) ?? '');
  return jwt && places[name] === index ? 'secret' : undefined;
}
