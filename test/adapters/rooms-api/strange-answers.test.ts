import { describe, expect, test } from '@jest/globals';
import { makeRoomsApi } from '../../../src/adapters/rooms-api/client.ts';
import { dyte, realtimekit } from '../../../src/adapters/rooms-api/dialects.ts';
import { endpointOf } from '../../../src/adapters/rooms-api/endpoint.ts';
import { faultOf } from '../../contracts/rooms.contract.ts';

const API_KEY = 'k3y-of-ours';
const API_TOKEN = 'cf-token-of-ours-0123456789';
const endpoint = endpointOf(dyte, { organizationId: 'org-of-ours', apiKey: API_KEY });
const cloudflare = endpointOf(realtimekit, { accountId: 'acc', appId: 'app', apiToken: API_TOKEN });
const STANDUP = { title: 'Standup', code: 'k7f3q' };
const ALICE = { name: 'Alice', personId: 'p-alice', preset: 'group_call_host' };
const MAYBE_DONE = { kind: 'unavailable', retryable: true, ambiguous: true };

/** The service at the other end of a wire that always carries this answer. */
function answering(body: unknown, init: ResponseInit = {}, at = endpoint) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return makeRoomsApi({ ...at, random: () => 0, fetch: async () => new Response(text, init) });
}

describe('an answer that is a success by its status alone', () => {
  test.each<[string, unknown]>([
    ['nothing', ''],
    ['HTML', '<!doctype html>'],
    ['cut JSON', '{"success":true,"data":{"id":"r'],
    ['null', 'null'],
    ['a list', []],
    ['no data', { success: true }],
    ['no id', { success: true, data: { title: 'Standup' } }],
    ['an id that is a number', { success: true, data: { id: 7 } }],
    ['an id that is a path', { success: true, data: { id: '../presets' } }],
  ])('leaves open whether a room was made: %s', async (_, body) => {
    expect(await faultOf(answering(body).createRoom(STANDUP))).toMatchObject(MAYBE_DONE);
  });

  test.each([{ id: 'x' }, { token: 'x' }, { id: 'x', token: '' }, { id: 'x', token: 7 }])(
    'leaves open whether a participant was added: %j',
    async (data) => {
      expect(await faultOf(answering({ success: true, data }).addParticipant('r', ALICE))).toMatchObject(MAYBE_DONE);
    },
  );

  test('is no token when it lacks one', async () => {
    const fault = await faultOf(answering({ success: true, data: {} }).refreshToken('r', 'p'));

    expect(fault).toMatchObject({ kind: 'unavailable', ambiguous: false });
  });

  test('is refused when it says that it failed', async () => {
    const fault = await faultOf(answering({ success: false, error: { message: 'No' } }).createRoom(STANDUP));

    expect(fault).toMatchObject({ kind: 'refused', message: 'creating a room: refused (No)' });
  });

  test('is not read beyond a megabyte', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)) });
    const service = makeRoomsApi({ ...endpoint, fetch: async () => new Response(endless) });

    expect(await faultOf(service.createRoom(STANDUP))).toMatchObject(MAYBE_DONE);
  });

  test('may say result in place of data', async () => {
    expect(await answering({ success: true, result: { id: 'r-1' } }).createRoom(STANDUP)).toEqual({ roomId: 'r-1' });
  });
});

describe('the reason in a fault', () => {
  const longest = 'word '.repeat(100);
  test.each<[string, unknown, string]>([
    [
      'error.message',
      { error: { code: 9, message: 'First' }, errors: [{ message: 'Second' }], message: 'Third' },
      'First',
    ],
    ['errors[0].message', { errors: [{ code: 10000, message: 'Second' }], message: 'Third' }, 'Second'],
    ['message', { message: 'Third' }, 'Third'],
    ['error as text', { error: 'Text', message: 'Third' }, 'Text'],
    ['the status text', { errors: [], error: null }, 'Teapot'],
    ['the status text, for HTML', '<!doctype html>', 'Teapot'],
    ['one line', { message: 'a\r\n\u0000b' }, 'a b'],
    ['200 characters', { message: longest }, longest.slice(0, 200)],
  ])('is %s', async (_, body, reason) => {
    const fault = await faultOf(answering(body, { status: 418, statusText: 'Teapot' }).createRoom(STANDUP));

    expect(fault.message).toBe(`creating a room: answered 418 (${reason})`);
  });

  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJvcmdJZCI6IjEifQ.c2lnbmF0dXJl';
  test.each([
    [endpoint, API_KEY],
    [endpoint, 'org-of-ours'],
    [endpoint, endpoint.authorization.slice('Basic '.length)],
    [cloudflare, API_TOKEN],
    [cloudflare, jwt],
  ])('shows no secret (%#)', async (at, secret) => {
    const echo = { message: `Not allowed: [${secret}], ${secret}` };

    const fault = await faultOf(answering(echo, { status: 400 }, at).createRoom(STANDUP));

    expect(fault.message).toBe('creating a room: answered 400 (Not allowed: […], …)');
  });
});

test('credentials are sent to no other host', async () => {
  const asked: string[] = [];
  const service = makeRoomsApi({
    ...endpoint,
    fetch: async (input, init) => {
      asked.push(`${input} ${init?.redirect}`);
      return new Response(null, { status: 307, headers: { location: 'https://elsewhere.example/' } });
    },
  });

  expect((await faultOf(service.createRoom(STANDUP))).kind).toBe('refused');
  expect(asked).toEqual(['https://api.dyte.io/v2/meetings manual']);
});

test('a service that does not heed the page is not asked for ever', async () => {
  const page = { success: true, data: Array.from({ length: 50 }, (_, n) => ({ id: `p-${n}` })) };
  let asked = 0;
  const service = makeRoomsApi({
    ...endpoint,
    fetch: async () => {
      asked += 1;
      return Response.json(page);
    },
  });

  expect((await faultOf(service.findParticipant('r', 'p-alice'))).kind).toBe('refused');
  expect(asked).toBe(100);
});

test('a list without a count ends at its first short page', async () => {
  const sizes = [50, 50, 20, 50];
  const service = makeRoomsApi({
    ...endpoint,
    fetch: async () => {
      const names = Array.from({ length: sizes.shift() ?? 0 }, (_, n) => ({ name: `preset-${n}` }));
      return Response.json({ success: true, data: names });
    },
  });

  expect(await service.listPresets()).toHaveLength(120);
});
