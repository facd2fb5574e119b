import { afterEach } from '@jest/globals';
import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { ACME_BOT_TOKEN, ACME_TEAM_ID, acmeSeed, type TeamSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import type { SlackSimulator } from '../../../src/sandbox/slack-simulator/simulator.ts';
import { type SlackSimulatorOptions, startSlackSimulator } from '../../../src/sandbox/slack-simulator/start.ts';
import { type AppStandIn, startAppStandIn } from './app-stand-in.ts';

export const SIGNING_SECRET = 'a signing secret of the tests';
export const ALICE = 'U0ALICE00';
export const BOB = 'U0BOB0000';
export const DANA = 'U0DANA000';
export const ROBOT = 'U0ROBOT00';
export const TEAM_CHANNEL = 'C0TEAM000';
export const SECRET_CHANNEL = 'C0SECRET0';
export const acme = ACME_TEAM_ID;

/** A second team that shares nothing with Acme. */
export const zenithSeed: TeamSeed = {
  ...acmeSeed,
  id: 'T0ZENITH0',
  name: 'Zenith',
  domain: 'zenith',
  botToken: 'xoxb-sandbox-zenith',
  people: [{ id: 'U0ZOE0000', name: 'zoe', realName: 'Zoe Zane' }],
  channels: [{ id: 'C0ZENITH0', name: 'zenith', members: ['U0ZOE0000', 'U0CONVENE'] }],
  userGroups: [],
};

export interface Setting {
  readonly slack: SlackSimulator;
  readonly client: WebClient;
  /** Moves the simulated clock on. */
  advance(ms: number): void;
  as(token: string): WebClient;
}

/** The client would print the refusals that the tests ask for. */
const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A simulated Slack whose clock stands at 2026-03-02T09:00Z, and the real WebClient pointed at it. */
export async function startSetting(options: Partial<SlackSimulatorOptions> = {}): Promise<Setting> {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const slack = await startSlackSimulator({
    clock: () => now,
    signingSecret: SIGNING_SECRET,
    teams: [acmeSeed],
    ...options,
  });
  closing.push(slack.close);
  const as = (token: string) =>
    new WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silent,
    });
  return {
    slack,
    client: as(ACME_BOT_TOKEN),
    as,
    advance: (ms) => {
      now += ms;
    },
  };
}

/** The same, with an app that listens. */
export async function startSettingWithApp(
  options: Partial<SlackSimulatorOptions> = {},
): Promise<Setting & { app: AppStandIn }> {
  const setting = await startSetting(options);
  const app = await startAppStandIn(SIGNING_SECRET);
  closing.push(app.close);
  setting.slack.connect(app.url);
  return { ...setting, app };
}

/** Slack's error code that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { data, code } = error as { data?: { error?: string }; code?: string };
    return data?.error ?? `no answer: ${code}`;
  }
  return 'accepted';
}
