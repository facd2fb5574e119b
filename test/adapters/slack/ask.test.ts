import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { type AskSlack, makeAskSlack, type SlackMethod } from '../../../src/adapters/slack/ask.ts';
import { type ClientFor, makeClientFor } from '../../../src/adapters/slack/client.ts';
import type { WorkspaceId } from '../../../src/domain/ids.ts';
import type { Fault } from '../../../src/sandbox/slack-simulator/calls.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import type { SlackSimulator } from '../../../src/sandbox/slack-simulator/simulator.ts';
import { startSlackSimulator } from '../../../src/sandbox/slack-simulator/start.ts';
import { slackClientOptions } from '../../../src/slack/client-options.ts';
import { chatFaultOf } from '../../contracts/messenger.contract.ts';
import { ACME, AGREED_AT, BOB, ZENITH } from '../../support/a-meeting.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeGates } from '../../support/fake-gates.ts';

const zenith = { ...acmeSeed, id: ZENITH, name: 'zenith', domain: 'zenith', botToken: 'xoxb-zenith' };
const clock = fakeClock('2026-03-02T09:00:00Z');
const tokens = new Map<WorkspaceId, string>();
let slack: SlackSimulator;
let ask: AskSlack;
let clientFor: ClientFor;

beforeEach(async () => {
  clock.set(AGREED_AT);
  tokens.set(ACME, acmeSeed.botToken).set(ZENITH, zenith.botToken);
  slack = await startSlackSimulator({
    clock: () => clock.now().toMillis(),
    signingSecret: 'never used',
    teams: [acmeSeed, zenith],
  });
  clientFor = makeClientFor({ tokenOf: async (id) => tokens.get(id) ?? '', apiUrl: slack.apiUrl, timeoutMs: 300 });
  ask = makeAskSlack({ clientFor, gates: fakeGates(), clock });
});
afterEach(() => slack.close());

const openIn = (workspace: WorkspaceId) =>
  ask(workspace, 'conversations.open', (client) => client.conversations.open({ users: BOB }));
const lookUpIn = (workspace: WorkspaceId) => ask(workspace, 'users.info', (client) => client.users.info({ user: BOB }));
const asked = (method: SlackMethod) => slack.calls(method).map(({ team }) => team);
const limited: Fault['play'] = { kind: 'status', status: 429, retryAfterSeconds: 30 };

test.each<[string, Fault['play'], boolean]>([
  ['is lost on the way', { kind: 'lost-before' }, true],
  ['has an effect and no answer', { kind: 'lost-after' }, true],
  ['is never answered', { kind: 'hang' }, true],
  ['meets a broken server', { kind: 'status', status: 503 }, true],
  ['meets a missing page', { kind: 'status', status: 404 }, false],
  ['is told to slow down', limited, false],
  ['is told so in an answer of status 200', { kind: 'error', error: 'ratelimited' }, false],
])('a call that %s is made once', async (_, play, ambiguous) => {
  slack.fault({ method: 'conversations.open', play });

  expect(await chatFaultOf(openIn(ACME))).toMatchObject({ ambiguous });
  expect(asked('conversations.open')).toEqual([ACME]);
});

describe('a method that is limited', () => {
  beforeEach(async () => {
    slack.fault({ method: 'conversations.open', play: limited });
    await chatFaultOf(openIn(ACME));
  });

  test('is not called again before its time, and then it is', async () => {
    clock.advance({ seconds: 29 });
    expect(await chatFaultOf(openIn(ACME))).toMatchObject({ kind: 'throttled', retryAfterSeconds: 1 });
    expect(asked('conversations.open')).toHaveLength(1);

    clock.advance({ seconds: 1 });
    await openIn(ACME);
    expect(asked('conversations.open')).toHaveLength(2);
  });

  test('holds up neither other methods nor other workspaces', async () => {
    const began = performance.now();
    await Promise.all([lookUpIn(ACME), openIn(ZENITH), lookUpIn(ZENITH)]);

    expect(performance.now() - began).toBeLessThan(1_000);
    expect([asked('conversations.open'), asked('users.info').sort()]).toEqual([
      [ACME, ZENITH],
      [ACME, ZENITH],
    ]);
  });
});

test('a limit in an answer of status 200 is kept too', async () => {
  slack.fault({ method: 'conversations.open', play: { kind: 'error', error: 'ratelimited' } });
  await chatFaultOf(openIn(ACME));

  expect(await chatFaultOf(openIn(ACME))).toMatchObject({ kind: 'throttled', retryAfterSeconds: 3 });
  expect(asked('conversations.open')).toHaveLength(1);
});

test('a 429 that says no time to wait is tried again later', async () => {
  const server = createServer((_, response) => response.writeHead(429).end('slow down')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const elsewhere = makeClientFor({ tokenOf: async () => 'xoxb-1', apiUrl, timeoutMs: 1_000 });
  const asking = makeAskSlack({ clientFor: elsewhere, gates: fakeGates(), clock });

  expect(await chatFaultOf(asking(ACME, 'users.info', (client) => client.users.info({ user: BOB })))).toMatchObject({
    kind: 'unavailable',
    code: 'unreadable_answer',
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('each workspace is called with its own token, in whatever order', async () => {
  await Promise.all([lookUpIn(ACME), lookUpIn(ZENITH)]);
  await lookUpIn(ACME);

  expect(asked('users.info').sort()).toEqual([ACME, ACME, ZENITH]);
  expect(slack.calls().map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
});

test('a client is kept as long as its token is', async () => {
  const first = await clientFor(ACME);
  expect(await clientFor(ACME)).toBe(first);

  tokens.set(ACME, 'xoxb-rotated');
  const second = await clientFor(ACME);
  expect([second === first, second.token]).toEqual([false, 'xoxb-rotated']);
});

test('the options of every client say that nothing is repeated, and share nothing', () => {
  const [one, other] = [slackClientOptions(slack.apiUrl, 1), slackClientOptions(slack.apiUrl, 1)];

  expect(one).toMatchObject({ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 1 });
  expect(one).not.toHaveProperty('headers');
  expect(one.retryConfig).not.toBe(other.retryConfig);
});
