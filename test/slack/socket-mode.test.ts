import { afterEach, expect, jest, test } from '@jest/globals';
import type { Environment } from '../../src/config/settings-reader.ts';
import type { SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';
import { type SlackSimulatorOptions, startSlackSimulator } from '../../src/sandbox/slack-simulator/start.ts';
import { makeSlackApp } from '../../src/slack/app.ts';
import { makeSocketMode } from '../../src/slack/socket-mode.ts';
import { eventually } from '../support/eventually.ts';
import { fakeLog } from '../support/fake-log.ts';
import { ALICE, TEAM_CHANNEL, teamOf } from '../support/people.ts';

jest.setTimeout(20_000);

const APP_TOKEN = 'xapp-1-A1-2-c';
const team = teamOf();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startSlack(options: Partial<SlackSimulatorOptions> = {}): Promise<SlackSimulator> {
  const slack = await startSlackSimulator({
    clock: Date.now,
    signingSecret: 'never used',
    teams: [team],
    appToken: APP_TOKEN,
    ...options,
  });
  closing.push(slack.close);
  return slack;
}

/** A socket whose app answers commands with the text that was typed, and how it is used. */
async function connect(slack: SlackSimulator, appToken = APP_TOKEN) {
  const log = fakeLog();
  const socket = makeSocketMode({ appToken, apiUrl: slack.apiUrl, log });
  const heard: string[] = [];
  const processEvent = async ({ body, ack }: { body: Environment & { event?: { type: string } }; ack: Ack }) => {
    if (body.event) heard.push(body.event.type);
    await ack(body['text']);
  };
  socket.receiver.init({ processEvent } as unknown as Parameters<typeof socket.receiver.init>[0]);
  socket.start();
  closing.push(socket.stop);
  return { log, heard };
}
type Ack = (answer?: string) => Promise<void>;

const type = (slack: SlackSimulator, text: string) =>
  slack.command({ team: team.id, user: ALICE.id, channel: TEAM_CHANNEL, text });
const isOpen = (slack: SlackSimulator) => eventually(() => expect(slack.sockets()).toBe(1));

test('what comes over the socket is answered over it', async () => {
  const slack = await startSlack();
  const { heard } = await connect(slack);
  await isOpen(slack);

  expect(await type(slack, 'standup')).toMatchObject({ status: 200, body: { text: 'standup' } });
  await slack.event({ team: team.id, event: { type: 'app_home_opened' } });
  expect(heard).toEqual(['app_home_opened']);
});

test('when Slack renews the connection, nobody is kept waiting for long', async () => {
  const slack = await startSlack();
  await connect(slack);
  await isOpen(slack);
  slack.refreshSockets();
  await eventually(() => expect(slack.sockets()).toBe(0));
  const beganAt = performance.now();
  await isOpen(slack);

  expect(performance.now() - beganAt).toBeLessThan(1_000);
  expect(await type(slack, 'again')).toMatchObject({ status: 200, body: { text: 'again' } });
});

test('a connection that is cut is opened again', async () => {
  const slack = await startSlack();
  await connect(slack);
  await isOpen(slack);
  slack.cutSockets();
  await eventually(() => expect(slack.calls('apps.connections.open')).toHaveLength(2));
  await isOpen(slack);

  expect(await type(slack, 'back')).toMatchObject({ status: 200 });
});

test.each([
  ['is broken', { kind: 'status', status: 503 }],
  ['is away', { kind: 'lost-before' }],
  ['refuses the token', { kind: 'error', error: 'invalid_auth' }],
] as const)('while Slack %s, it is tried on, and told once', async (_, play) => {
  const slack = await startSlack();
  slack.fault({ method: 'apps.connections.open', times: 2, play });
  const { log } = await connect(slack);
  await isOpen(slack);

  expect(slack.calls('apps.connections.open')).toHaveLength(3);
  await eventually(() => expect(log.said('info')).toEqual(['connected to Slack over Socket Mode']));
  expect(log.said('error')).toEqual(['no connection over Socket Mode; trying on']);
});

test('once it is stopped, nothing is opened any more', async () => {
  const slack = await startSlack();
  await connect(slack);
  await isOpen(slack);
  await closing.pop()?.();
  await eventually(() => expect(slack.sockets()).toBe(0));

  expect(slack.calls('apps.connections.open')).toHaveLength(1);
});

test('stopping does not wait for a connection that cannot be made', async () => {
  const slack = await startSlack();
  slack.fault({ method: 'apps.connections.open', times: 100, play: { kind: 'status', status: 503 } });
  const { log } = await connect(slack);
  await eventually(() => expect(log.said('error')).toHaveLength(1));
  const beganAt = performance.now();
  await closing.pop()?.();

  expect(performance.now() - beganAt).toBeLessThan(500);
});

test('with a socket too, no client repeats what it asks', async () => {
  const slack = await startSlack();
  const log = fakeLog();
  const { socket } = makeSlackApp({
    signingSecret: 'never used at all',
    appToken: APP_TOKEN,
    apiUrl: slack.apiUrl,
    command: '/meet',
    useCases: {},
    log,
  } as unknown as Parameters<typeof makeSlackApp>[0]);

  expect(socket).toMatchObject({ receiver: { client: { webClientOptions: { retryConfig: { retries: 0 } } } } });
});
