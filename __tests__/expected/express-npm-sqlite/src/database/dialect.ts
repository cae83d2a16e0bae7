import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

const setup = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
`;
/** How many prepared statements are kept. */
const capacity = 200;
/** SQLite's result codes that mean "not now": busy, locked, read-only, I/O, full, cannot open. */
const away = [5, 6, 8, 10, 13, 14];

/** Whether an error says that the database cannot be reached, rather than that a query is wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return away.includes(Number(error.errcode) & 0xff);
  // The folder of the file could not be made.
  return 'syscall' in error;
}

/** Kysely's dialect over Node's own SQLite; the file is opened at the first query. */
export function createDialect(address: string, patience: number): SqliteDialect {
  const file = decodeURIComponent(new URL(address).pathname.slice(1));
  return new NodeSqliteDialect({ database: async () => open(file, patience) });
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0];

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver() {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** A transaction takes the write lock at once, so that two migrations follow each other. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

function open(file: string, timeout: number) {
  mkdirSync(dirname(file), { recursive: true });
  // Loaded here and not above: its import warns before the log can take the warning.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(file, { timeout });
  database.exec(setup);
  return { close: () => database.close(), prepare: prepareOnce(database) };
}

/** Queries of the same text share a statement; the texts of an app are few. */
function prepareOnce(database: DatabaseSync) {
  const prepared = new Map<string, ReturnType<typeof statement>>();
  return (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size === capacity) prepared.clear();
    const made = statement(database, sql);
    prepared.set(sql, made);
    return made;
  };
}

function statement(database: DatabaseSync, sql: string) {
  const prepared = database.prepare(sql);
  return {
    reader: prepared.columns().length > 0,
    all: (values: readonly unknown[]) => prepared.all(...values.map(bind)),
    run: (values: readonly unknown[]) => prepared.run(...values.map(bind)),
    iterate: (values: readonly unknown[]) => prepared.iterate(...values.map(bind)),
  };
}

function bind(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number' || value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value}`);
}
