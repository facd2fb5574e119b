import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Assets } from '../../src/door/assets.ts';
import type { Door } from '../../src/door/door.ts';
import { sendSecurityHeaders } from '../../src/door/headers.ts';
import type { DoorIdentity } from '../../src/door/identity/identity.ts';
import { doorRoutes } from '../../src/door/routes.ts';
import type { Clock } from '../../src/ports/clock.ts';

export const NONCE_KEY = Buffer.alloc(32, 7);

export interface ServedDoor {
  /** Also PUBLIC_URL: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The log's lines, parsed. */
  readonly logged: Record<string, unknown>[];
  close(): Promise<void>;
}

/** The routes on loopback under the headers that the app sets, with nothing else around them. */
export async function serveDoor(
  door: Door,
  clock: Clock,
  assets: Assets,
  identity: DoorIdentity | null = null,
  /** Where it is reached from outside; by default on loopback, as it is. */
  publicUrl: string | null = null,
): Promise<ServedDoor> {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => logged.push(JSON.parse(line)) });
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.use(sendSecurityHeaders(origin), assets.routes);
  app.use(
    doorRoutes({
      door,
      assets,
      publicUrl: publicUrl ?? origin,
      nonceKeys: [NONCE_KEY],
      identity,
      pressed: () => {},
      clock,
      log,
    }),
  );
  return {
    origin,
    logged,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
