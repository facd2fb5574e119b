import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faultFor, say } from '../support/aimed-faults.ts';
import { nonceOf, press } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { BOB, CHEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let address: string;

beforeAll(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}/metrics`;
  world = await startWorld({ settings: { METRICS_PORT: String(port) } });
});

afterAll(() => world.close());

const told = async () => (await fetch(address)).text();
const linesOf = (text: string, ...names: string[]) =>
  text.split('\n').filter((line) => names.some((name) => line.startsWith(`convene_${name}`)));

test('an operator sees what was answered, refused, throttled and set aside, and nothing about anybody', async () => {
  world.slack.fault({ method: 'chat.postMessage', play: { kind: 'status', status: 429, retryAfterSeconds: 1 } });
  await faultFor(world, BOB, say('chat.postMessage', { kind: 'error', error: 'restricted_action' }));
  await world.meet(`standup ${inMinutes(5)} @bob @chen`);
  const link = await eventually(() => joinUrlOf(inboxOf(world.slack, CHEN, 'standup').cards[0]));
  await press(link, 'no nonce');
  await press(link, await nonceOf(link));

  await eventually(async () => expect(await told()).toContain('convene_outbox_set_aside 1'));
  const text = await told();
  expect(linesOf(text, 'slack_ack_seconds_count', 'join', 'throttled', 'store')).toEqual([
    'convene_slack_ack_seconds_count 1',
    'convene_join_presses_total{outcome="stale_page"} 1',
    'convene_join_presses_total{outcome="admitted"} 1',
    'convene_throttled_total{workspace="T0ACME000",what="chat.postMessage"} 1',
    'convene_store_up 1',
  ]);
  expect(text).not.toMatch(/standup|\/j\/|U0|D0|alice|xox/i);
  expect(text).toContain('process_resident_memory_bytes');
});

test('nothing else is there, and nothing can be sent', async () => {
  expect((await fetch(new URL('/', address))).status).toBe(404);
  expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  expect((await fetch(new URL('/metrics', world.program.url))).status).toBe(404);
});
