import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { mongo } from 'mongoose';
import { readRequest, splitMessages } from './mongo-gateway/wire.ts';

/** Stands between the driver and a server and does to their connections what networks do. */
export interface MongoProxy {
  /** The server's address by way of the proxy. */
  readonly uri: string;
  /** What has been asked, oldest first. */
  readonly commands: readonly Record<string, unknown>[];
  /** Cuts every connection and refuses new ones. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  /** Keeps every connection open and passes nothing on. */
  freeze(): void;
  /** Passes on what has come in the meantime. */
  thaw(): void;
  /** Cuts the connection on which the next such command comes: before it arrives, or before its answer does. */
  cutOn(command: string, when: 'before' | 'after'): void;
  close(): Promise<void>;
}

/** @param server the address of one server that talks plain TCP */
export async function startMongoProxy(server: string): Promise<MongoProxy> {
  const [, host = '', port = '27017'] = /^mongodb:\/\/(?:[^@/]+@)?([^:/?,]+)(?::(\d+))?/.exec(server) ?? [];
  const sockets = new Set<Socket>();
  const commands: Record<string, unknown>[] = [];
  const cuts: { command: string; when: 'before' | 'after' }[] = [];
  let held: (() => void)[] | null = null;

  const listener = createServer((client) => {
    const upstream = connect(Number(port), host);
    let received = Buffer.alloc(0);
    let losesAnswer = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (chunk) => {
      const { messages, rest } = splitMessages(Buffer.concat([received, chunk]));
      received = Buffer.from(rest);
      for (const message of messages) whenThawed(() => passOn(message));
    });
    upstream.on('data', (chunk) => whenThawed(() => (losesAnswer ? cut() : client.write(chunk))));

    function passOn(message: Buffer): void {
      const { command, body } = readRequest(message);
      commands.push(mongo.BSON.deserialize(body));
      const toCut = cuts.find((candidate) => candidate.command === command);
      if (toCut) cuts.splice(cuts.indexOf(toCut), 1);
      losesAnswer = toCut !== undefined;
      if (toCut?.when === 'before') cut();
      else upstream.write(message);
    }
  });

  function whenThawed(act: () => void): void {
    if (held) held.push(act);
    else act();
  }

  async function listen(at: number): Promise<void> {
    listener.listen(at, '127.0.0.1');
    await once(listener, 'listening');
  }

  async function goDown(): Promise<void> {
    const closed = new Promise((resolve) => listener.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  await listen(0);
  const { port: ownPort } = listener.address() as AddressInfo;
  return {
    uri: through(server, ownPort),
    commands,
    goDown,
    comeUp: () => listen(ownPort),
    freeze() {
      held = [];
    },
    thaw() {
      const late = held ?? [];
      held = null;
      for (const act of late) act();
    },
    cutOn(command, when) {
      cuts.push({ command, when });
    },
    close: goDown,
  };
}

/** Directly, since a driver would go on from one member of a set to the others. */
function through(server: string, port: number): string {
  const address = new URL(server);
  address.host = `127.0.0.1:${port}`;
  address.searchParams.set('directConnection', 'true');
  address.searchParams.delete('replicaSet');
  return address.href;
}
