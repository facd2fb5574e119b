import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import { type DoorClient, jsonOf, makeClient, NOW, noAssets, problemOf } from './client.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from './fake-door.ts';
import { type ServedDoor, serveDoor } from './serve-door.ts';

const path = `/j/${GENUINE}`;

let door: FakeDoor;
let served: ServedDoor;
let client: DoorClient;

beforeEach(async () => {
  door = makeFakeDoor();
  served = await serveDoor(door, { now: () => NOW }, noAssets);
  client = makeClient(served);
});

afterEach(() => served.close());

test('while the store is down the answer is "not now", to people and to scripts', async () => {
  door.failure = new StoreUnavailable('down');
  const [page, state, file, entry] = [
    await client.get(path),
    await client.get(`${path}/state`),
    await client.get(`${path}/invite.ics`),
    await client.press(),
  ];

  for (const answer of [page, state, file, entry])
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await page.text()).toContain('<h1>Not right now</h1>');
  expect(await problemOf(entry)).toEqual({ status: 503, code: 'unavailable', title: 'Not right now' });
});

test('a bug is logged once under a reference that the person sees; the link is in neither', async () => {
  door.failure = new Error(`no seat for ${GENUINE}`, { cause: new Error(`of ${GENUINE}`) });
  const answer = await client.press();
  const { detail } = await jsonOf(answer);
  const [line] = served.logged;

  expect([answer.status, served.logged.length]).toEqual([500, 1]);
  expect(detail).toContain(`the reference ${line?.['reference']}`);
  expect(line?.['error']).toContain('Error: no seat for [link]\n');
  expect(JSON.stringify(served.logged) + detail).not.toContain(GENUINE);
});

test('every answer forbids storing, indexing, framing and referring, errors included', async () => {
  const answers = [
    await client.get(path),
    await client.get(`${path}/state`),
    await client.get(`${path}/invite.ics`),
    await client.get('/j/forged'),
  ];
  answers.push(
    await client.press(),
    await client.press(path, { origin: 'https://evil.example' }),
    await client.get(path, { method: 'DELETE' }),
  );
  answers.push(await client.get(path, { method: 'POST', body: 'x'.repeat(2000) }));
  for (const failure of [new StoreUnavailable('down'), new Error('bug')]) {
    door.failure = failure;
    answers.push(await client.get(path), await client.get(`${path}/state`), await client.press());
  }
  door.failure = null;
  for (let i = 0; i < 10; i += 1) answers.push(await client.press());

  expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 403, 404, 405, 413, 429, 500, 503]);
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
