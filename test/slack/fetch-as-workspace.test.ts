import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { App, type Receiver } from '@slack/bolt';
import type { WorkspaceId } from '../../src/domain/ids.ts';
import { ACME_TEAM_ID, acmeSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';
import { startSlackSimulator } from '../../src/sandbox/slack-simulator/start.ts';
import { slackClientOptions } from '../../src/slack/client-options.ts';
import { fetchAsWorkspace } from '../../src/slack/fetch-as-workspace.ts';
import { originOf, type SlackBody } from '../../src/slack/origin-of.ts';
import { zenithSeed } from '../sandbox/slack-simulator/setting.ts';

const silent: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
const tokens = new Map<string, string>();
let slack: SlackSimulator;
let looks: number;
let clients: Set<object>;
let app: App;

beforeEach(async () => {
  slack = await startSlackSimulator({ clock: Date.now, signingSecret: 'never used', teams: [acmeSeed, zenithSeed] });
  tokens.set(ACME_TEAM_ID, acmeSeed.botToken).set(zenithSeed.id, zenithSeed.botToken);
  looks = 0;
  clients = new Set();
  const tokenOf = async (workspace: WorkspaceId) => {
    looks += 1;
    return tokens.get(workspace) ?? '';
  };
  app = new App({
    receiver: silent,
    authorize: async (_source, body) => ({ botToken: originOf(body as SlackBody).workspace }),
    ignoreSelf: false,
    clientOptions: { ...slackClientOptions(slack.apiUrl, 1_000), fetch: fetchAsWorkspace(tokenOf) },
  });
  app.command('/who', async ({ ack, client }) => {
    clients.add(client);
    await ack({ text: String((await client.auth.test()).team_id) });
  });
  app.command('/hello', async ({ ack }) => ack());
});
afterEach(() => slack.close());

async function ask(team_id: string, command = '/who'): Promise<string> {
  let said = '';
  const ack = async (answer?: { text: string }) => {
    said = answer?.text ?? '';
  };
  await app.processEvent({ body: { command, team_id, user_id: 'U0ALICE00', text: '' }, ack });
  return said;
}

test("a listener's client calls as the workspace that the request is from", async () => {
  expect(await Promise.all([ask(ACME_TEAM_ID), ask(zenithSeed.id), ask(ACME_TEAM_ID)])).toEqual([
    ACME_TEAM_ID,
    zenithSeed.id,
    ACME_TEAM_ID,
  ]);
});

test('nothing is looked up for a request that calls nobody', async () => {
  await ask(ACME_TEAM_ID, '/hello');

  expect(looks).toBe(0);
});

test('when tokens rotate, no client is added, and the next call has the new token', async () => {
  await ask(ACME_TEAM_ID);
  for (let turn = 0; turn < 5; turn++) {
    tokens.set(ACME_TEAM_ID, turn % 2 === 0 ? zenithSeed.botToken : acmeSeed.botToken);
    await ask(ACME_TEAM_ID);
  }

  expect(clients.size).toBe(1);
  expect(slack.calls('auth.test').map(({ team }) => team)).toEqual(
    Array.from({ length: 6 }, (_, turn) => (turn % 2 === 0 ? ACME_TEAM_ID : zenithSeed.id)),
  );
});
