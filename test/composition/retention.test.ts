import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { type Convene, startConvene } from '../../src/composition/convene.ts';
import { readConfig } from '../../src/config.ts';
import { makeOffsetClock } from '../../src/sandbox/offset-clock.ts';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';
import { startSlackSimulator } from '../../src/sandbox/slack-simulator/start.ts';
import { freePort } from '../support/free-port.ts';
import { inboxOf, joinUrlOf } from '../support/inbox.ts';
import { ALICE, BOB, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { countRows } from '../support/rows.ts';
import { LINK_SECRET } from '../support/settings.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { SIGNING_SECRET } from '../support/world.ts';

jest.setTimeout(40_000);

const DAY_MS = 24 * 60 * 60 * 1_000;
const clock = makeOffsetClock();
let folder: TemporaryFolder;
let slack: SlackSimulator;
let convene: Convene;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  const team = teamOf();
  const now = () => clock.now().toMillis();
  slack = await startSlackSimulator({ clock: now, signingSecret: SIGNING_SECRET, teams: [team] });
  const port = await freePort();
  const config = readConfig({
    SLACK_BOT_TOKEN: team.botToken,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: `file:${folder.directory}`,
    ROOMS: 'simulated',
    LINK_SECRET,
    RETENTION_DAYS: '30',
  });
  const browserFiles = fileURLToPath(new URL('../../assets', import.meta.url));
  convene = await startConvene({ config, clock, log: pino({ enabled: false }), browserFiles });
  slack.connect(`http://127.0.0.1:${port}/slack/events`);
});

afterAll(async () => {
  await convene.stop();
  await slack.close();
  await folder.remove();
});

async function jump(days: number): Promise<void> {
  clock.moveTo(clock.now().toMillis() + days * DAY_MS);
  convene.wake();
  await convene.settled();
}

async function stored(): Promise<Record<string, number>> {
  const store = await openSqliteStore({ directory: folder.directory });
  const { meetings = 0, seats = 0, rooms = 0, deliveries = 0 } = await countRows(store);
  await store.close();
  return { meetings, seats, rooms, deliveries };
}

test('the serving program removes a meeting by itself, and its link becomes one that was never given out', async () => {
  await slack.command({ team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, text: 'short tomorrow 9am @bob' });
  await convene.settled();
  const link = joinUrlOf(inboxOf(slack, BOB, 'short').cards[0]);
  const forged = link.replace(/.{4}$/, 'xxxx');
  const statuses = async () => [(await fetch(link)).status, (await fetch(forged)).status];

  await jump(30);
  const kept = await stored();
  expect([await statuses(), kept]).toEqual([[200, 404], { ...kept, meetings: 1, seats: 2, rooms: 1 }]);
  expect(kept['deliveries']).toBeGreaterThan(0);

  await jump(2);
  expect([await statuses(), await stored()]).toEqual([[404, 404], { meetings: 0, seats: 0, rooms: 0, deliveries: 0 }]);
});
