import type { Project } from '../types.ts';
import { installingOf } from './installing.ts';

const lists =
  /(?:^|\/)(?:pyproject\.toml|Pipfile|setup\.(?:cfg|py)|[\w-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/;
const named = (name: string, more = ''): RegExp =>
  new RegExp(
    `(?:^|["'\\s])${name}(?:\\[[^\\]]*\\])?(?:\\s*["'])?\\s*${more || '(?:[<>=~!;"\'\\s,]|$)'}`,
    'im',
  );

/**
 * `postgresql+psycopg2` where the driver is psycopg2 and any SQLAlchemy may be installed: from 2.1 on
 * it takes psycopg for an address that names no driver. Undefined where the address needs no driver.
 */
export function driverScheme(project: Project): string | undefined {
  const { stack, theirs } = project;
  if (stack.language.name !== 'python' || installingOf(project).lock !== undefined)
    return undefined;
  const text = theirs
    .list()
    .filter((path) => lists.test(path))
    .map((path) => theirs.read(path) ?? '')
    .join('\n');
  const isFree =
    named('(?:flask-)?sqlalchemy').test(text) && !named('sqlalchemy', '(?:==|~=|<)').test(text);
  const isItsDriver = named('psycopg2(?:-binary)?').test(text) && !named('psycopg').test(text);
  return isFree && isItsDriver && !connects(project) ? 'postgresql+psycopg2' : undefined;
}

/** Whether the code hands an address to the driver itself, which knows no other scheme. */
const connects = ({ theirs }: Project): boolean =>
  theirs
    .list()
    .some((path) => path.endsWith('.py') && /\bpsycopg2\.connect\(/.test(theirs.read(path) ?? ''));
