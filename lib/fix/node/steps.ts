import {
  child,
  children,
  literal,
  type Node,
  type Source,
} from '../../project/node/code/syntax.ts';

/** What a file does when it is run, in that order: loads `.env`, or takes another file in. */
export interface Step {
  /** -1: before all else of the file, as imports are. */
  readonly start: number;
  /** The name of what is taken in; absent: `.env` is loaded. */
  readonly source?: string;
}

const packages = '(?:dotenv|dotenv-flow|@dotenvx/dotenvx)';
const config = new RegExp(`^${packages}/config$`);
const required = new RegExp(String.raw`^require\(\s*['"]${packages}/config['"]\s*\)`);
const called = new RegExp(
  String.raw`^(?:(?:const|let|var)\s+[^=]+=\s*)?(?:require\(\s*['"]${packages}['"]\s*\)|dotenv)\.config\(([^)]*)\)`,
);
const native = /^process\.loadEnvFile\(\s*(?:['"](?:\.\/)?\.env['"])?\s*\)/;
const unlessDeployed = /^if\s*\([^()]*\bNODE_ENV\b[^()]*!==?\s*['"]production['"]\s*\)\s*\{?\s*/;

/** The steps of a file. A load that is not certain, or loads another file, is none. */
export function stepsOf({ program, text }: Source): readonly Step[] {
  const body = children(program, 'body');
  const hoisted = body.flatMap((node) => {
    const source = literal(child(node, 'source'));
    if (typeof source !== 'string' || node.importKind === 'type') return [];
    return [config.test(source) ? { start: -1 } : { start: -1, source }];
  });
  const rest = body.filter((node) => !child(node, 'source'));
  return [...hoisted, ...rest.flatMap((node) => stepsIn(node, text))];
}

function stepsIn({ start, end }: Node, text: string): readonly Step[] {
  const written = text.slice(start, end);
  if (isLoad(written.replace(unlessDeployed, ''))) return [{ start }];
  const taken = written.matchAll(/\b(?:require|import)\s*\(\s*(["'`])([^"'`\n]+)\1/g);
  return [...taken].map(([, , source = '']) => ({ start, source }));
}

function isLoad(statement: string): boolean {
  if (required.test(statement) || native.test(statement)) return true;
  const options = called.exec(statement)?.[1];
  if (options === undefined) return false;
  const plain = options.replace(/\bpath:\s*(['"])(?:\.\/)?\.env\1/, '');
  return !/\bpath\b|\.\.\.|^\s*\w/.test(plain);
}
