import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import type { Pool } from 'pg';
import { isConflict, Refusal, translateWriteErrors } from './faults.ts';
import { EXPLAIN_FIND, GET_MORE, PLAIN_STATEMENTS, STATEMENTS, type Statement } from './statements.ts';
import type { Request } from './wire.ts';

const { BSON } = mongo;
const TRIES = 20;

type Reply = Record<string, unknown>;

/** What a statement answers with, as far as it does. */
interface Row {
  readonly reply?: Buffer;
  readonly retval?: Buffer;
  readonly continuation?: Buffer | null;
  readonly persistconnection?: boolean;
  readonly cursorid?: string;
}

/** Answers commands by the extension's functions, one SQL statement each. */
export function makeCommands(pool: Pool): (request: Request) => Promise<Uint8Array> {
  const continuations = new Map<string, Buffer>();
  let schemaChange: Promise<unknown> = Promise.resolve();

  return async (request) => {
    const { command } = request;
    const statement = STATEMENTS[command];
    if (statement?.isSchemaChange) return inTurn(() => run(request, statement));
    if (statement) return run(request, statement);
    if (command === 'getMore') return getMore(request);
    if (command === 'explain') return explain(request);
    if (command === 'killCursors') return killCursors(request);
    const plain = PLAIN_STATEMENTS[command];
    if (plain) return inTurn(() => runPlain(request, plain));
    throw new Refusal(59, 'CommandNotFound', `The gateway does not carry the command ${command}.`);
  };

  async function run(request: Request, statement: Statement): Promise<Uint8Array> {
    const { database, body, sequence } = request;
    const values = [database, body, ...(statement.takesSequence ? [sequence] : [])];
    for (let attempt = 1; ; attempt += 1) {
      try {
        const row = (await pool.query(statement.sql, values)).rows[0] as Row;
        if (statement.isCursor) keepCursor(row);
        const reply = row.reply ?? row.retval ?? BSON.serialize({ ok: 1 });
        if (statement.at) return BSON.serialize(dig(BSON.deserialize(reply), statement.at));
        if (!statement.takesSequence) return reply;
        const outcome = BSON.deserialize(reply);
        if (!translateWriteErrors(outcome).isConflict || attempt === TRIES) return BSON.serialize(outcome);
      } catch (error) {
        if (!isConflict(error) || attempt === TRIES) throw error;
      }
      await sleep(Math.random() * attempt);
    }
  }

  /** A cursor that goes on is known by its id. */
  function keepCursor({ continuation, persistconnection, cursorid }: Row): void {
    if (!continuation || !cursorid) return;
    if (persistconnection)
      throw new Refusal(115, 'CommandNotSupported', 'The gateway carries no cursor that holds its connection.');
    continuations.set(cursorid, continuation);
  }

  async function getMore({ database, body }: Request): Promise<Uint8Array> {
    const cursorid = String(BSON.deserialize(body, { promoteLongs: false })['getMore']);
    const continuation = continuations.get(cursorid);
    if (!continuation) throw new Refusal(43, 'CursorNotFound', `There is no cursor ${cursorid}.`);
    const row = (await pool.query(GET_MORE, [database, body, continuation])).rows[0] as Row & { reply: Buffer };
    if (row.continuation) continuations.set(cursorid, row.continuation);
    else continuations.delete(cursorid);
    return row.reply;
  }

  async function killCursors({ body }: Request): Promise<Uint8Array> {
    const { cursors } = BSON.deserialize(body, { promoteLongs: false }) as unknown as { cursors: readonly unknown[] };
    for (const cursor of cursors) continuations.delete(String(cursor));
    return BSON.serialize({ cursorsKilled: cursors, ok: 1 });
  }

  /** PostgreSQL's own plan: it has no words in common with mongod's. */
  async function explain({ database, body }: Request): Promise<Uint8Array> {
    const { explain: find } = BSON.deserialize(body) as unknown as { explain: Reply };
    const { rows } = await pool.query(EXPLAIN_FIND, [database, BSON.serialize({ ...find, $db: database })]);
    return BSON.serialize({ postgresPlan: (rows[0] as Reply)['QUERY PLAN'], ok: 1 });
  }

  async function runPlain({ command, database, body }: Request, sql: string): Promise<Uint8Array> {
    await pool.query(sql, command === 'dropDatabase' ? [database] : [database, BSON.deserialize(body)[command]]);
    return BSON.serialize({ ok: 1 });
  }

  async function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = schemaChange.then(change, change);
    schemaChange = mine;
    return mine;
  }
}

function dig(reply: Reply, path: readonly string[]): Reply {
  return path.reduce((part, key) => (part[key] as Reply | undefined) ?? part, reply);
}
