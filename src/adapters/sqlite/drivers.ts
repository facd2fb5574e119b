/** A value that may be bound: anything else has aborted the process or been changed on the way in one driver or the other. */
export type Bindable = string | number | null;
export type Row = Readonly<Record<string, Bindable>>;

/** What both SQLite libraries can do alike. Every call is synchronous. */
export interface Connection {
  exec(sql: string): void;
  prepare(sql: string): PreparedStatement;
  close(): void;
}

export interface PreparedStatement {
  /** The number of rows that changed. */
  run(values: readonly Bindable[]): number;
  all(values: readonly Bindable[]): Row[];
}

export type Connect = (path: string) => Connection;
export type DriverName = 'node:sqlite' | 'libsql';

/** The drivers this Node has, the preferred one first: `node:sqlite` comes without a flag since Node 22.13. */
export function availableDrivers(): DriverName[] {
  return process.getBuiltinModule('node:sqlite') === undefined ? ['libsql'] : ['node:sqlite', 'libsql'];
}

export async function loadDriver(name: DriverName): Promise<Connect> {
  return name === 'libsql' ? await loadLibsql() : loadNodeSqlite();
}

async function loadLibsql(): Promise<Connect> {
  const { default: LibsqlDatabase } = await import('libsql');
  return (path) => {
    const database = new LibsqlDatabase(path);
    return {
      exec: (sql) => void database.exec(sql),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        // The values go in as one array: spread, a lone object would be taken for named parameters.
        return {
          run: (values) => statement.run(values).changes,
          all: (values) => statement.all(values) as Row[],
        };
      },
      close: () => void database.close(),
    };
  };
}

/** The part of `node:sqlite` in use; the types of Node 20 do not know it. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: Bindable[]): { changes: number | bigint };
      all(...values: Bindable[]): unknown[];
    };
    close(): void;
  };
}

function loadNodeSqlite(): Connect {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as NodeSqlite;
  return (path) => {
    const database = new DatabaseSync(path);
    return {
      exec: (sql) => database.exec(sql),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        return {
          run: (values) => Number(statement.run(...values).changes),
          all: (values) => statement.all(...values) as Row[],
        };
      },
      close: () => database.close(),
    };
  };
}
