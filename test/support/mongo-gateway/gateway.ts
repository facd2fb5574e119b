import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { mongo } from 'mongoose';
import pg from 'pg';
import { makeCommands } from './commands.ts';
import { faultOf } from './faults.ts';
import { type Request, readRequest, splitMessages, writeReply } from './wire.ts';

const { BSON } = mongo;

export interface Gateway {
  readonly port: number;
  close(): Promise<void>;
}

/** As a stand-alone mongod 7.0 introduces itself: without transactions and retryable writes. */
function hello(): object {
  return {
    ismaster: true,
    isWritablePrimary: true,
    helloOk: true,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

const OWN_ANSWERS: Readonly<Record<string, () => object>> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: () => ({ ok: 1 }),
  endSessions: () => ({ ok: 1 }),
  buildInfo: () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], ok: 1 }),
};

/**
 * MongoDB's wire protocol on 127.0.0.1 before a PostgreSQL that has the DocumentDB extension, for tests: no users, no TLS.
 *
 * @param port 0 lets the system choose
 */
export async function startGateway(options: {
  readonly postgresPort: number;
  readonly port: number;
}): Promise<Gateway> {
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port: options.postgresPort,
    user: 'postgres',
    database: 'postgres',
    max: 16,
  });
  const answerCommand = makeCommands(pool);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay();
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      const { messages, rest } = splitMessages(Buffer.concat([received, chunk]));
      received = Buffer.from(rest);
      for (const message of messages) void respond(socket, readRequest(message));
    });
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };

  async function respond(socket: Socket, request: Request): Promise<void> {
    const reply = await answer(request).catch((error: unknown) => BSON.serialize({ ok: 0, ...faultOf(error) }));
    if (socket.writable) socket.write(writeReply(request, reply));
  }

  async function answer(request: Request): Promise<Uint8Array> {
    const own = OWN_ANSWERS[request.command];
    return own ? BSON.serialize(own()) : answerCommand(request);
  }
}
