import type { AddressInfo } from 'node:net';
import express from 'express';
import { type SandboxPageParts, sandboxPage } from '../../../src/sandbox/page/sandbox-page.ts';
import type { SandboxTime } from '../../../src/sandbox/page/sandbox-time.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import type { SlackSimulator } from '../../../src/sandbox/slack-simulator/simulator.ts';
import { startSlackSimulator } from '../../../src/sandbox/slack-simulator/start.ts';
import { type MeetingApp, START, startMeetingApp } from './meeting-app.ts';

export const NOW = Date.parse('2026-03-02T09:00:00Z');

export interface PageServer {
  readonly origin: string;
  readonly slack: SlackSimulator;
  readonly app: MeetingApp;
  readonly time: SandboxTime;
  readonly reported: unknown[];
  /** Breaks every connection, as a restarting proxy does. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** A simulated Slack, an app behind it, and the page in front, on free ports of this machine. */
export async function startPageServer(
  parts: Partial<SandboxPageParts> = {},
  assets: express.Router = express.Router(),
): Promise<PageServer> {
  const time = standingTime();
  const slack = await startSlackSimulator({ clock: time.now, signingSecret: 'only for this test', teams: [acmeSeed] });
  const reported: unknown[] = [];
  let origin = '';
  const app = await startMeetingApp(slack.apiUrl, () => origin);
  slack.connect(app.url);

  const server = express()
    .use(assets)
    .use(
      '/sandbox',
      sandboxPage({
        slack,
        time,
        assets: { script: '/assets/page.js', style: '/assets/page.css' },
        report: (error) => reported.push(error),
        ...parts,
      }),
    )
    .get('/j/:link', (_req, res) => void res.send('The join page'))
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([slack.close(), app.close(), new Promise((resolve) => server.close(resolve))]);
  };
  return { origin, slack, app, time, reported, dropConnections: () => server.closeAllConnections(), close };
}

/** A clock that moves only when it is told to. */
function standingTime(): SandboxTime {
  let now = NOW;
  return {
    now: () => now,
    async jumpTo(ms) {
      now = ms;
    },
    nextMeeting: async () => (now < START * 1_000 ? { title: 'Standup', startsAt: START * 1_000 } : null),
  };
}
