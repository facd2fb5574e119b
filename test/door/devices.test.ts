import { afterEach, expect, test } from '@jest/globals';
import type { DoorIdentity } from '../../src/door/identity/identity.ts';
import { jsonOf, makeClient, NOW, noAssets, problemOf } from './client.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from './fake-door.ts';
import { fakeIdentity } from './fake-identity.ts';
import { type ServedDoor, serveDoor } from './serve-door.ts';

const path = `/j/${GENUINE}`;
const ABROAD = 'https://meet.example.com';
const KNOWN = 'browserofbob0123456789';
const OF_PAGE = 'pageofbobs_01234567-89';

const served: ServedDoor[] = [];
afterEach(() => Promise.all(served.splice(0).map((one) => one.close())));

async function open({ publicUrl = null as string | null, identity = null as DoorIdentity | null } = {}) {
  const door = makeFakeDoor();
  const now = await serveDoor(door, { now: () => NOW }, noAssets, identity, publicUrl);
  served.push(now);
  return { door, client: makeClient(now) };
}

const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().map((line) => line.replace(/; Expires=[^;]*/, ''));
const devicesOf = ({ uses }: FakeDoor) => uses.map(({ device }) => device);

test('who is let in keeps a random id on loopback, that only our own pages send and no script reads', async () => {
  const { door, client } = await open();

  const answer = await client.press();

  const [device] = devicesOf(door);
  expect(device).toMatch(/^[\w-]{22}$/);
  expect(cookiesOf(answer)).toEqual([`convene-device=${device}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Strict`]);
});

test('over https it is bound to this very host', async () => {
  const { door, client } = await open({ publicUrl: ABROAD });

  const answer = await client.press(path, { origin: ABROAD });

  expect(cookiesOf(answer)).toEqual([
    `__Host-convene-device=${devicesOf(door)[0]}; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Strict`,
  ]);
});

test('two browsers are two devices, and each is the same the next time', async () => {
  const { door, client } = await open();
  const [mine] = cookiesOf(await client.press());
  await client.press();

  await client.press(path, { cookie: `other=1; ${mine?.split(';')[0]}` });

  const [first, second, third] = devicesOf(door);
  expect([first === second, first === third]).toEqual([false, true]);
});

test.each<[string, Record<string, string>, string]>([
  ['what the browser keeps', { cookie: `convene-device=${KNOWN}`, 'x-join-device': OF_PAGE }, KNOWN],
  ['else what the page made up, so that a press can be repeated', { 'x-join-device': OF_PAGE }, OF_PAGE],
  ['not what is no id of ours', { cookie: 'convene-device=short', 'x-join-device': OF_PAGE }, OF_PAGE],
])('a device is known by %s', async (_, headers, device) => {
  const { door, client } = await open();

  await client.press(path, headers);

  expect(devicesOf(door)).toEqual([device]);
});

test.each(['', 'short', 'x'.repeat(4_000), `${KNOWN} `.repeat(2), '"><script>alert(1)'])(
  'an id that is not ours, such as %j, is replaced by a new one',
  async (device) => {
    const { door, client } = await open();

    await client.press(path, { cookie: `convene-device=${device}`, 'x-join-device': device });

    expect(devicesOf(door)).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
    expect(devicesOf(door)).not.toContain(device);
  },
);

test.each(['', '/state', '/invite.ics'])('looking at the link%s sets no cookie', async (below) => {
  const { client } = await open();

  for (const method of ['GET', 'HEAD']) {
    const answer = await client.get(`${path}${below}`, { method });
    expect([answer.status, cookiesOf(answer)]).toEqual([200, []]);
  }
});

test('who is refused gets no cookie, and reads whom the link is for and what to do', async () => {
  const { door, client } = await open();
  door.problems = [{ kind: 'other-device', name: 'Ann <Adams>' }];

  const answer = await client.press();

  expect(cookiesOf(answer)).toEqual([]);
  const { detail } = await jsonOf(answer.clone());
  expect(detail).toMatch(/in use on another device.*Join where you joined before, or ask the organizer for a new link/);
  expect(await problemOf(answer)).toEqual({
    status: 403,
    code: 'other_device',
    title: 'This link is for Ann <Adams>',
  });
});

test('a visitor, for whom any browser will do, keeps nothing', async () => {
  const { door, client } = await open();
  door.mindsDevices = false;

  expect(cookiesOf(await client.press())).toEqual([]);
});

test('nothing proves who has only the link', async () => {
  const identity: DoorIdentity = { ...fakeIdentity(), proofNeeded: async () => ({ kind: 'nothing' }) };
  const [plain, asked] = [await open(), await open({ identity })];

  for (const { client } of [plain, asked]) await client.press();

  expect([...plain.door.uses, ...asked.door.uses].map(({ isProven }) => isProven)).toEqual([false, false]);
});

test('who has signed in has proved who they are', async () => {
  const { door, client } = await open({ identity: fakeIdentity() });
  const begun = await client.get('/auth/slack?for=ticket-of-bob', { redirect: 'manual' });
  const [attempt = ''] = begun.headers.getSetCookie();
  const back = begun.headers.get('location') ?? '';
  const ended = await client.get(back, { redirect: 'manual', headers: { cookie: attempt.split(';')[0] ?? '' } });
  const session = ended.headers.getSetCookie().find((line) => line.startsWith('convene-session=')) ?? '';

  await client.press(path, { cookie: session.split(';')[0] ?? '' });

  expect(door.uses.map(({ isProven }) => isProven)).toEqual([true]);
});
