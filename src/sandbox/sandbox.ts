import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import type { Logger } from 'pino';
import { makeRoomsApi } from '../adapters/rooms-api/client.ts';
import { realtimekit } from '../adapters/rooms-api/dialects.ts';
import { endpointOf } from '../adapters/rooms-api/endpoint.ts';
import { NOTICED_EVENTS } from '../adapters/rooms-api/read-notice.ts';
import { type Convene, startConvene } from '../composition/convene.ts';
import { readConfig } from '../config.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import { readAssets } from '../door/assets.ts';
import { SCHEDULE_SHORTCUT } from '../slack/listeners/form/form-openers.ts';
import { makeRegisterWebhook } from '../usecases/register-webhook.ts';
import { ROOM_WEBHOOK_PATH } from '../webhooks/routes.ts';
import { type MailSimulator, startMailSimulator } from './mail-simulator/simulator.ts';
import { makeOffsetClock } from './offset-clock.ts';
import { sandboxPage } from './page/sandbox-page.ts';
import type { SandboxTime } from './page/sandbox-time.ts';
import { type RoomsSimulator, startRoomsSimulator } from './rooms-simulator/simulator.ts';
import { ACME_TEAM_ID, acmeSeed } from './slack-simulator/seed.ts';
import type { SlackSimulator } from './slack-simulator/simulator.ts';
import { startSlackSimulator } from './slack-simulator/start.ts';

export interface Sandbox {
  readonly url: string;
  readonly slack: SlackSimulator;
  readonly mail: MailSimulator;
  /** Lets people enter and leave rooms, and record. */
  readonly rooms: RoomsSimulator;
  stop(): Promise<void>;
}

/**
 * The shipped product on loopback, between a simulated Slack, a simulated video service and a simulated mail server, with
 * a page to be everybody in. What it stores is gone when it stops.
 */
export async function startSandbox(options: {
  readonly port: number;
  readonly browserFiles: string;
  readonly log: Logger;
}): Promise<Sandbox> {
  const { port, browserFiles, log } = options;
  const clock = makeOffsetClock();
  const now = () => clock.now().toMillis();
  const signingSecret = newSecret();
  const rooms = await startRoomsSimulator({ clock: now });
  const slack = await startSlackSimulator({ clock: now, signingSecret, teams: [acmeSeed] });
  const mail = await startMailSimulator({ clock: now });
  const folder = await mkdtemp(join(tmpdir(), 'convene-sandbox-'));
  const url = `http://127.0.0.1:${port}`;
  const config = readConfig({
    SLACK_BOT_TOKEN: acmeSeed.botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: `file:${folder}`,
    ROOMS: 'realtimekit',
    ROOMS_API_URL: rooms.baseUrls.realtimekit,
    CLOUDFLARE_API_TOKEN: rooms.credentials.realtimekit.apiToken,
    MAIL_URL: mail.url,
    MAIL_FROM: 'Convene <meet@convene.example>',
    LINK_SECRET: newSecret(),
  });

  const assets = readAssets(browserFiles);
  const page = Router();
  const convene = await startConvene({ config, clock, log, browserFiles, moreRoutes: [page] });
  slack.connect(`${url}/slack/events`);
  await reportTo(`${url}${ROOM_WEBHOOK_PATH}`, rooms);
  page.use(
    '/sandbox',
    sandboxPage({
      slack,
      time: sandboxTime(convene, clock),
      mailbox: mail,
      rooms,
      hasHome: true,
      shortcuts: [{ callbackId: SCHEDULE_SHORTCUT, name: 'Schedule a meeting' }],
      assets: { script: assets.url('sandbox/main.ts'), style: assets.url('sandbox/style.css') },
      report: (error) => log.error({ err: error }, 'the sandbox page failed'),
    }),
  );
  page.get('/', (_req, res) => res.redirect('/sandbox'));

  return {
    url: `${url}/sandbox`,
    slack,
    mail,
    rooms,
    stop: async () => {
      await convene.stop();
      await Promise.all([slack.close(), rooms.close(), mail.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As `npm run webhooks` does at a real video service. */
async function reportTo(address: string, { credentials, baseUrls }: RoomsSimulator): Promise<void> {
  const roomService = makeRoomsApi(endpointOf(realtimekit, credentials.realtimekit, baseUrls.realtimekit));
  await makeRegisterWebhook({ roomService, events: NOTICED_EVENTS })(address);
}

function sandboxTime(convene: Convene, clock: ReturnType<typeof makeOffsetClock>): SandboxTime {
  return {
    now: () => clock.now().toMillis(),
    jumpTo: async (ms) => {
      await convene.settled();
      clock.moveTo(ms);
      convene.wake();
      await convene.settled();
    },
    nextMeeting: async () => {
      const meeting = await convene.nextMeeting(ACME_TEAM_ID as WorkspaceId);
      return meeting && { title: meeting.title, startsAt: meeting.startsAt.toMillis() };
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}
