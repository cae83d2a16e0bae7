import { DocumentError } from '../error.ts';

/** Values that need no quotes, in a shell neither. */
const PLAIN = /^[\w.:/@%+,=?*-]*$/;
/** The value of another variable, `${NAME}`, for who expands it. */
const REFERENCE = /\$\{\w+\}/g;

/**
 * A value as dotenv, Node's --env-file, docker compose, python-dotenv and a shell all read it.
 * Throws DocumentError where they do not agree on any spelling.
 */
export function quote(value: string): string {
  if (PLAIN.test(value.replace(REFERENCE, 'x'))) return value;
  if (!/["$\\`\r]/.test(value) && /[\n']/.test(value)) return `"${value.replaceAll('\n', '\\n')}"`;
  if (!/['\r]|\$\{|\\\\|\\$/.test(value)) return `'${value}'`;
  if (/^[^\s"'`#$]([^\n\r#$]*[^\s#$])?$/.test(value.replace(REFERENCE, 'x'))) return value;
  const problem = 'a value that readers of .env files spell differently';
  throw new DocumentError(problem, 1, 1, 'a value without both \' and any of $ # " \\');
}
