import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { SlackUserId, WorkspaceId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { readAssets } from '../../src/door/assets.ts';
import type { DoorIdentity } from '../../src/door/identity/identity.ts';
import { doorRoutes } from '../../src/door/routes.ts';
import { healthRoutes } from '../../src/http/health.ts';
import { startHttpServer } from '../../src/http/server.ts';
import { SignInFault } from '../../src/ports/sign-in.ts';
import { NOW } from '../door/client.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from '../door/fake-door.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

export const PUBLIC_URL = 'https://meet.acme.org';
export const KEY = Buffer.alloc(32, 7);

/** Everything that a browser can ask for, on a door of which the test says how it is. */
export interface OpenServer {
  readonly origin: string;
  readonly door: FakeDoor;
  /** Whether the link alone is proof enough, and what Slack does. */
  identity: 'link' | 'slack' | 'slack is down';
  /** Makes everything good again. */
  calm(): void;
  close(): Promise<void>;
}

export async function openServer(): Promise<OpenServer> {
  const folder = await makeTemporaryFolder();
  const put = (name: string, content: string) => writeFileSync(join(folder.directory, name), content);
  const [script, style] = ['join-4KQ2ZWXA.js', 'style-4KQ2ZWXA.css'];
  put(script, '/* script */');
  put(style, '/* style */');
  put('manifest.json', JSON.stringify({ 'join/main.ts': script, 'join/style.css': style }));
  const assets = readAssets(folder.directory);
  const log = pino({ level: 'silent' });
  const door = makeFakeDoor();
  const state: Pick<OpenServer, 'identity'> = { identity: 'link' };
  const http = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: PUBLIC_URL,
    trustedProxyHops: 0,
    log,
    routes: [
      healthRoutes(async () => door.failure === null),
      assets.routes,
      doorRoutes({
        door,
        assets,
        publicUrl: PUBLIC_URL,
        nonceKeys: [KEY],
        identity: identityOf(state),
        pressed: () => {},
        clock: { now: () => NOW },
        log,
      }),
    ],
  });
  return Object.assign(state, {
    origin: `http://127.0.0.1:${http.port}`,
    door,
    calm() {
      door.failure = null;
      door.problems = [];
      state.identity = 'link';
    },
    async close() {
      await http.close(0);
      await folder.remove();
    },
  });
}

function identityOf(state: Pick<OpenServer, 'identity'>): DoorIdentity {
  const [workspace, user] = ['T0ACME000' as WorkspaceId, 'U0BOB0000' as SlackUserId];
  return {
    proofNeeded: async () =>
      state.identity === 'link' ? { kind: 'nothing' } : { kind: 'slack', workspace, user, ticket: 'ticket' },
    slack: {
      workspaceOf: async (ticket) => (ticket === 'ticket' ? workspace : null),
      accept: async () => ok(`${PUBLIC_URL}/j/${GENUINE}`),
      signIn: {
        async addressFor() {
          if (state.identity === 'slack is down') throw new SignInFault('unavailable', 'down');
          return 'https://slack.com/openid/connect/authorize';
        },
        personOf: async () => ({ team: workspace, enterprise: null, user, name: null }),
      },
    },
    guests: null,
    sessionKeys: [KEY],
  };
}
