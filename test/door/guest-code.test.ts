import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { InviteeId, MeetingId } from '../../src/domain/ids.ts';
import { ok, refuse } from '../../src/domain/result.ts';
import type { DoorIdentity, GuestIdentity } from '../../src/door/identity/identity.ts';
import { makeNonce } from '../../src/door/nonce.ts';
import { NOW, noAssets } from './client.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from './fake-door.ts';
import { NONCE_KEY, type ServedDoor, serveDoor } from './serve-door.ts';

const LINK = { meeting: 'meeting' as MeetingId, invitee: 'zoe' as InviteeId, version: 1 };
const path = `/j/${GENUINE}`;

let door: FakeDoor;
let served: ServedDoor;
let asked: string[];

beforeEach(async () => {
  asked = [];
  door = makeFakeDoor();
  const guests: GuestIdentity = {
    async issue(link) {
      asked.push('issue');
      if (link !== GENUINE) return refuse({ kind: 'unknown-link' });
      return asked.length > 1
        ? refuse({ kind: 'wait-for-code', until: NOW.plus({ seconds: 30 }) })
        : ok({ sentTo: 'z•••@example.com', validMinutes: 10 });
    },
    async prove(_link, code) {
      asked.push('prove');
      return code === '042817' ? ok(LINK) : refuse({ kind: 'wrong-code', triesLeft: 1 });
    },
  };
  const identity: DoorIdentity = {
    proofNeeded: async () => ({ kind: 'code', link: LINK, sentTo: 'z•••@example.com' }),
    slack: null,
    guests,
    sessionKeys: [Buffer.alloc(32, 3)],
  };
  served = await serveDoor(door, { now: () => NOW }, noAssets, identity);
});

afterEach(() => served.close());

function post(to: string, body: object | null, headers: Record<string, string> = {}): Promise<Response> {
  const own = { Origin: served.origin, 'X-Join-Nonce': makeNonce(NONCE_KEY, GENUINE, NOW) };
  const json = body && { 'Content-Type': 'application/json' };
  return fetch(`${served.origin}${to}`, {
    method: 'POST',
    headers: { ...own, ...json, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function told(answer: Response) {
  const { code } = (await answer.json()) as { code?: string };
  return [answer.status, code];
}

test('a guest without the code is not let in, and told what to do', async () => {
  expect(await told(await post(path, null))).toEqual([403, 'code_needed']);
  expect(door.pressed).toEqual([]);
  const page = await (await fetch(`${served.origin}${path}`)).text();
  expect(page).toContain('z•••@example.com');
  expect(page).toContain('Send me the code');
});

test('a press has one sent, and the next has to wait', async () => {
  const sent = await post(`${path}/code`, {});
  expect([sent.status, await sent.json()]).toEqual([202, { sentTo: 'z•••@example.com', validMinutes: 10 }]);
  const again = await post(`${path}/code`, {});
  expect(again.headers.get('retry-after')).toBe('30');
  expect(await told(again)).toEqual([429, 'wait_for_code']);
});

test('the right code opens the door to this browser, on the page of this link alone', async () => {
  expect(await told(await post(`${path}/code`, { code: '000000' }))).toEqual([403, 'wrong_code']);
  const right = await post(`${path}/code`, { code: '042817' });
  const [cookie = ''] = right.headers.getSetCookie();

  expect(right.status).toBe(200);
  expect(cookie).toMatch(
    new RegExp(`^convene-guest=[^;]+; Max-Age=43200; Path=${path}; Expires=[^;]+; HttpOnly; SameSite=Lax$`),
  );
  const entered = await post(path, null, { Cookie: cookie.split(';')[0] ?? '' });
  expect(entered.status).toBe(200);
});

test.each([
  ['a foreign origin', { Origin: 'https://evil.example' }, [403, 'wrong_origin']],
  ['no nonce', { 'X-Join-Nonce': '' }, [403, 'stale_page']],
])('what comes with %s asks nobody', async (_, headers, expected) => {
  expect(await told(await post(`${path}/code`, {}, headers))).toEqual(expected);
  expect(await told(await post(`${path}/answer`, { is: 'ACCEPTED' }, headers))).toEqual(expected);
  expect([asked, door.answered]).toEqual([[], []]);
});

test('looking sends nothing', async () => {
  for (const method of ['GET', 'HEAD']) {
    expect((await fetch(`${served.origin}${path}/code`, { method })).status).toBe(405);
    expect((await fetch(`${served.origin}${path}/answer`, { method })).status).toBe(405);
    await fetch(`${served.origin}${path}#yes`, { method });
  }

  expect([asked, door.answered]).toEqual([[], []]);
});

test('an answer needs no code', async () => {
  const startsAt = door.view.startsAt.toJSDate().toISOString();
  const answer = await post(`${path}/answer`, { is: 'DECLINED', startsAt, onlyThisTime: false });

  expect([answer.status, await answer.json(), door.answered]).toEqual([200, { is: 'DECLINED' }, ['DECLINED']]);
});

test.each([{}, { is: 'NEEDS-ACTION', startsAt: '2026-11-25T08:00:00Z' }, { is: 'ACCEPTED', startsAt: 'soon' }])(
  'what is no answer is refused: %j',
  async (body) => {
    expect(await told(await post(`${path}/answer`, body))).toEqual([400, 'bad_request']);
    expect(door.answered).toEqual([]);
  },
);
