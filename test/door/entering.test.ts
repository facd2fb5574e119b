import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Refusal } from '../../src/domain/access.ts';
import { makeNonce } from '../../src/door/nonce.ts';
import { type DoorClient, jsonOf, makeClient, NOW, noAssets, problemOf } from './client.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from './fake-door.ts';
import { NONCE_KEY, type ServedDoor, serveDoor } from './serve-door.ts';

const path = `/j/${GENUINE}`;
const opensAt = DateTime.fromISO('2026-11-25T08:50', { zone: 'Europe/Berlin' });

let door: FakeDoor;
let served: ServedDoor;
let client: DoorClient;

beforeEach(async () => {
  door = makeFakeDoor();
  served = await serveDoor(door, { now: () => NOW }, noAssets);
  client = makeClient(served);
});

afterEach(() => served.close());

test('a press on our own page is answered with the token', async () => {
  const answer = await client.press();

  expect([answer.status, await answer.json()]).toEqual([200, { sdk: 'demo', authToken: 'participant-token' }]);
  expect(door.pressed).toEqual([GENUINE]);
});

test.each<[Refusal, number, object]>([
  [
    { kind: 'too-early', opensAt },
    403,
    { code: 'too_early', title: 'You are early', opensAt: '2026-11-25T07:50:00.000Z' },
  ],
  [{ kind: 'waiting-for-host' }, 403, { code: 'waiting_for_host', title: 'The host is not here yet' }],
  [{ kind: 'not-invited' }, 403, { code: 'not_invited', title: 'This link no longer lets you in' }],
  [{ kind: 'ended' }, 410, { code: 'ended', title: 'This meeting is over' }],
  [{ kind: 'cancelled' }, 410, { code: 'cancelled', title: 'This meeting was cancelled' }],
])('a press that meets %j is told so with a code', async (refusal, status, members) => {
  door.view = { ...door.view, status: refusal };

  expect(await problemOf(await client.press())).toEqual({ status, ...members });
});

test('a room service that does not answer is told with the time to try again', async () => {
  door.problems = [{ kind: 'room-unavailable', retryAfterSeconds: 7 }];
  const answer = await client.press();

  expect(answer.headers.get('retry-after')).toBe('7');
  expect(await problemOf(answer)).toEqual({
    status: 503,
    code: 'room_unavailable',
    title: 'The video service does not answer',
  });
});

test('a room service that refuses is told as trouble that does not pass by itself', async () => {
  door.problems = [{ kind: 'room-unavailable', retryAfterSeconds: 300, isLasting: true }];
  const answer = await client.press();

  expect(answer.headers.get('retry-after')).toBe('300');
  expect(await problemOf(answer)).toEqual({
    status: 503,
    code: 'room_unavailable',
    title: 'The video service lets nobody in',
    isLasting: true,
  });
});

test.each([
  ['a foreign Origin', { origin: 'https://evil.example' }, 'wrong_origin'],
  ['an opaque Origin', { origin: 'null' }, 'wrong_origin'],
  ['a longer Origin that begins like ours', { origin: 'http://127.0.0.1.evil.example' }, 'wrong_origin'],
  ['no Origin and no Sec-Fetch-Site', { origin: '' }, 'wrong_origin'],
  ['no Origin and a neighbouring site', { origin: '', 'sec-fetch-site': 'same-site' }, 'wrong_origin'],
  ['no nonce', { 'x-join-nonce': '' }, 'stale_page'],
  ['the nonce of another link', { 'x-join-nonce': makeNonce(NONCE_KEY, 'meeting.ann.1.mac', NOW) }, 'stale_page'],
  ['a nonce of two days ago', { 'x-join-nonce': makeNonce(NONCE_KEY, GENUINE, NOW.minus({ days: 2 })) }, 'stale_page'],
  ['a nonce under another key', { 'x-join-nonce': makeNonce(Buffer.alloc(32), GENUINE, NOW) }, 'stale_page'],
])('a press with %s is refused and lets nobody in', async (_what, headers, code) => {
  const answer = await client.press(path, headers);

  expect([answer.status, (await jsonOf(answer))['code'], door.pressed]).toEqual([403, code, []]);
});

test('a browser that leaves Origin out is believed when it says same-origin', async () => {
  const answer = await client.press(path, { origin: '', 'sec-fetch-site': 'same-origin' });

  expect([answer.status, door.pressed]).toEqual([200, [GENUINE]]);
});

test('a forged link gets the same refusal from a script, whatever else is wrong', async () => {
  for (const headers of [{}, { origin: 'https://evil.example' }, { 'x-join-nonce': '' }])
    expect(await problemOf(await client.press('/j/forged', headers))).toEqual({
      status: 404,
      code: 'unknown_link',
      title: 'This link leads nowhere',
    });
  expect((await problemOf(await client.get('/j/forged/state')))['code']).toBe('unknown_link');
});

test.each([
  ['a declared length', { 'content-length': '1025' }, 'x'.repeat(1025)],
  ['chunks', { 'transfer-encoding': 'chunked' }, 'x'.repeat(1025)],
])('a body over 1 KB in %s is not taken', async (_how, headers, body) => {
  const answer = await client.raw('POST', path, { ...client.ours(), ...headers }, body);

  expect([answer.status, JSON.parse(answer.body).code, door.pressed]).toEqual([413, 'too_large', []]);
});

test('a small body is ignored: who comes in is said by the link alone', async () => {
  const answer = await client.raw('POST', path, client.ours(), JSON.stringify({ name: 'Mallory', role: 'host' }));

  expect([answer.status, door.pressed]).toEqual([200, [GENUINE]]);
});

test('a link takes ten presses a minute, and others are not held up by it', async () => {
  const statuses = [];
  for (let i = 0; i < 11; i += 1) statuses.push((await client.press()).status);
  const last = await client.press();

  expect(statuses).toEqual([...Array(10).fill(200), 429]);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await problemOf(last)).toEqual({ status: 429, code: 'rate_limited', title: 'Too many tries' });
  expect((await client.get(path)).status).toBe(200);
});

test.each([
  ['forged nonces', { 'x-join-nonce': 'forged' }, 'stale_page'],
  ['foreign origins', { origin: 'https://evil.example' }, 'wrong_origin'],
])(
  'an address has sixty tries a minute with %s, and honest presses from it are not counted',
  async (_, headers, code) => {
    const codes = [];
    for (let i = 0; i < 61; i += 1) codes.push((await jsonOf(await client.press(path, headers)))['code']);

    expect(codes).toEqual([...Array(60).fill(code), 'rate_limited']);
    expect((await client.press()).status).toBe(200);
  },
);

test('a page that was left open for days is no failure, however many there are', async () => {
  const old = { 'x-join-nonce': makeNonce(NONCE_KEY, GENUINE, NOW.minus({ days: 3 })) };
  const answers = await Promise.all(Array.from({ length: 100 }, () => client.press(path, old)));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
});

test('a press that is refused for where it comes from reads nothing', async () => {
  for (const headers of [{ origin: 'https://evil.example' }, { 'x-join-nonce': '' }]) await client.press(path, headers);

  expect([door.looked, door.pressed]).toEqual([[], []]);
});

test('who is turned away is logged once without the link, and of a flood the first only', async () => {
  await client.press(path, { origin: 'https://evil.example' });
  await client.press(path, { 'x-join-nonce': '' });
  for (let presses = 0; presses < 15; presses += 1) await client.press();

  expect(served.logged.map(({ msg, answer }) => [msg, answer])).toEqual(
    ['wrong_origin', 'stale_page', 'rate_limited'].map((code) => ['somebody is turned away at the door', code]),
  );
  expect(JSON.stringify(served.logged)).not.toContain(GENUINE);
});
