import { StoreUnavailable } from '../../ports/documents.ts';
import {
  availableDrivers,
  type Bindable,
  type Connection,
  type DriverName,
  loadDriver,
  type PreparedStatement,
  type Row,
} from './drivers.ts';
import { asStoreError, cannotOpen } from './failures.ts';
import { LogFile } from './log-file.ts';
import { makePrivateFile } from './private-files.ts';

export interface OpenOptions {
  /** @default node:sqlite where Node has it, else libsql */
  readonly driver?: DriverName;
  /** How long a call blocks for another process's lock, in milliseconds. @default 5000 */
  readonly busyTimeoutMs?: number;
}

/** Opens a SQLite file, made where it is missing and readable by its owner alone. @throws StoreUnavailable, StoreUnusable */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Database> {
  const { driver = availableDrivers()[0] ?? 'libsql', busyTimeoutMs = 5000 } = options;
  const connect = await loadDriver(driver);
  makePrivateFile(path);
  let connection: Connection;
  try {
    connection = connect(path);
  } catch (error) {
    throw cannotOpen(path, error);
  }
  const database = new Database(connection, path);
  database.all(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  return database;
}

/** One small face over both SQLite libraries: checks what is bound, prepares each text once, names what went wrong. */
export class Database {
  readonly path: string;
  #connection: Connection | null;
  readonly #log: LogFile;
  readonly #statements = new Map<string, PreparedStatement & { readonly places: number }>();

  constructor(connection: Connection, path: string) {
    this.#connection = connection;
    this.path = path;
    this.#log = new LogFile(path);
  }

  /** For statements without values that are not worth keeping, such as a change of the schema. */
  exec(sql: string): void {
    this.#guarded((connection) => connection.exec(sql));
  }

  /** The number of rows that changed. @throws Duplicate, StoreUnavailable, StoreUnusable */
  run(sql: string, values: readonly Bindable[] = []): number {
    return this.#guarded((connection) => this.#prepared(connection, sql, values).run(values));
  }

  /** @throws Duplicate, StoreUnavailable, StoreUnusable */
  all(sql: string, values: readonly Bindable[] = []): Row[] {
    return this.#guarded((connection) => this.#prepared(connection, sql, values).all(values));
  }

  /** Runs `work` under the write lock and commits, or undoes all of it when it throws. */
  transact<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  rollBack(): void {
    try {
      this.run('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
  }

  /**
   * For a database that is written ahead without flushing (`synchronous = NORMAL`): resolves when what was committed by
   * now is on the disk. @throws StoreUnavailable
   */
  flush(): Promise<void> {
    return this.#log.flush();
  }

  /** Calls after this throw StoreUnavailable. Closing twice is no error. */
  close(): void {
    // libsql keeps the file open as long as a statement lives, so that none may outlive this.
    this.#statements.clear();
    this.#log.close();
    this.#connection?.close();
    this.#connection = null;
  }

  #prepared(connection: Connection, sql: string, values: readonly Bindable[]) {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      const places = sql.split('?').length - 1;
      statement = { ...connection.prepare(sql), places };
      this.#statements.set(sql, statement);
    }
    // Both libraries bind NULL for a value that is missing; libsql drops one too many.
    if (statement.places !== values.length) throw new TypeError(`${values.length} values for: ${sql}`);
    values.forEach(requireBindable);
    return statement;
  }

  #guarded<T>(call: (connection: Connection) => T): T {
    if (this.#connection === null) throw new StoreUnavailable(`${this.path} is closed.`);
    try {
      return call(this.#connection);
    } catch (error) {
      throw asStoreError(error, this.path);
    }
  }
}

/**
 * libsql 0.5 aborts the process on a boolean or a lone buffer and cuts a text at a NUL; both libraries replace half a
 * surrogate pair, which would make two keys one. None of these may reach them.
 */
function requireBindable(value: unknown): void {
  if (value === null || Number.isFinite(value)) return;
  if (typeof value === 'number') throw new TypeError('A number that is not finite cannot be bound.');
  if (typeof value !== 'string') throw new TypeError(`A value of type ${typeof value} cannot be bound.`);
  if (value.includes('\0')) throw new TypeError('A text with a NUL character cannot be bound.');
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A text with half a surrogate pair cannot be bound.');
}
