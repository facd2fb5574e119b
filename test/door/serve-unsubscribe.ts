import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Assets } from '../../src/door/assets.ts';
import { sendSecurityHeaders } from '../../src/door/headers.ts';
import { unsubscribeRoutes } from '../../src/door/unsubscribe-routes.ts';
import { NOW } from './client.ts';
import { NONCE_KEY } from './serve-door.ts';

export interface ServedUnsubscribe {
  /** Also PUBLIC_URL. */
  readonly origin: string;
  /** Of the one link that there is, `genuine`. */
  wantsReminders: boolean;
  close(): Promise<void>;
}

/** The routes that end reminders, on loopback. */
export async function serveUnsubscribe(assets: Assets): Promise<ServedUnsubscribe> {
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const served: ServedUnsubscribe = {
    origin,
    wantsReminders: true,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const unsubscribe = {
    isGenuine: (token: string) => token === 'genuine',
    look: async (token: string) =>
      token === 'genuine' ? { title: 'Standup <b>', wantsReminders: served.wantsReminders } : null,
    choose: async (token: string, wants: boolean) => {
      if (token === 'genuine') served.wantsReminders = wants;
      return token === 'genuine';
    },
  };
  const [clock, log] = [{ now: () => NOW }, pino({ level: 'silent' })];
  app.use(
    sendSecurityHeaders(origin),
    assets.routes,
    unsubscribeRoutes({ unsubscribe, assets, publicUrl: origin, nonceKeys: [NONCE_KEY], clock, log }),
  );
  return served;
}
