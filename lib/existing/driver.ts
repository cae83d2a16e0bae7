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
 * it takes psycopg for an address that names no driver. `postgresql+psycopg` where only that is there:
 * before 2.1 SQLAlchemy takes psycopg2. Undefined where the address needs no driver.
 */
export function driverScheme(project: Project): string | undefined {
  const { stack, theirs } = project;
  if (stack.language.name !== 'python' || connects(project)) return undefined;
  const text = theirs
    .list()
    .filter((path) => lists.test(path))
    .map((path) => theirs.read(path) ?? '')
    .join('\n');
  if (needsPsycopg(text)) return 'postgresql+psycopg';
  if (installingOf(project).lock !== undefined) return undefined;
  const isFree =
    named('(?:flask-)?sqlalchemy').test(text) && !named('sqlalchemy', '(?:==|~=|<)').test(text);
  const isItsDriver = named('psycopg2(?:-binary)?').test(text) && !named('psycopg').test(text);
  return isFree && isItsDriver ? 'postgresql+psycopg2' : undefined;
}

/** Whether SQLAlchemy, of a version that knows psycopg, has no other driver. */
const needsPsycopg = (text: string): boolean =>
  named('(?:(?:flask-)?sqlalchemy|sqlmodel)').test(text) &&
  !named('sqlalchemy', '(?:==|~=|<=?|=\\s*["\'][~^])\\s*[01]\\.').test(text) &&
  named('psycopg').test(text) &&
  !named('(?:psycopg2(?:-binary)?|asyncpg|pg8000)').test(text);

/** Whether the code hands an address to the driver itself, which knows no other scheme, or says the scheme. */
const connects = ({ theirs }: Project): boolean =>
  theirs
    .list()
    .some(
      (path) =>
        path.endsWith('.py') &&
        /\bpsycopg2?\.(?:Async)?[cC]onnect|\bpsycopg_pool\b|postgresql\+psycopg/.test(
          theirs.read(path) ?? '',
        ),
    );
