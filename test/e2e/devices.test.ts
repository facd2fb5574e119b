import { afterEach, expect, test } from '@jest/globals';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SimMessage } from '../../src/sandbox/slack-simulator/simulator.ts';
import { type CookieBrowser, openCookieBrowser } from '../support/cookie-browser.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const TWO = [ALICE, BOB];
const SUBJECT = 'was used on another device';

let world: World;
afterEach(() => world.close());

/** A meeting whose doors are open, and Bob's link to it. */
async function invited(policy: string): Promise<string> {
  world = await startWorld({ settings: { LINK_DEVICES: policy } });
  await world.meet(`sync ${inMinutes(9)} @bob`);
  await eventually(() => expect(counts(world.slack, TWO, 'sync')).toEqual(oneEach(TWO)));
  await eventually(() => expect(world.rooms.rooms()).toHaveLength(1));
  return joinUrlOf(inboxOf(world.slack, BOB, 'sync').cards[0]);
}

interface Pressed {
  readonly status: number;
  readonly code: string | undefined;
  /** Empty where nobody was let in. */
  readonly token: string;
}

async function press(browser: CookieBrowser, link: string): Promise<Pressed> {
  const answer = await browser.press(link);
  const { code, authToken = '' } = (await answer.json()) as { code?: string; authToken?: string };
  return { status: answer.status, code, token: authToken };
}

/** What Alice and Bob were told of it. */
async function told(): Promise<SimMessage[][]> {
  await world.quiet();
  return TWO.map((person) => inboxOf(world.slack, person, 'sync').notices.filter(({ text }) => text.includes(SUBJECT)));
}

const cookiesOf = (browsers: readonly CookieBrowser[]) => browsers.map(({ seen }) => seen.length);
/** The tokens by which somebody can come in now. */
const goodOf = (all: readonly Pressed[]) => all.filter(({ token }) => world.rooms.join(token) === 'joined').length;
const present = () => {
  const [room] = world.rooms.rooms();
  return world.rooms.participants(room?.id ?? '').map(({ isPresent }) => isPresent);
};

test('any: two browsers at once are both let in, and Bob and Alice are told once', async () => {
  const link = await invited('any');
  const jars = [openCookieBrowser(), openCookieBrowser()];

  const first = await Promise.all(jars.map((jar) => press(jar, link)));
  const again = await Promise.all(jars.map((jar) => press(jar, link)));

  const all = [...first, ...again];
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect([goodOf(all), cookiesOf(jars)]).toEqual([4, [2, 2]]);
  expect((await told()).map((notices) => notices.length)).toEqual([1, 1]);
  world.expectClean();
});

test('first: of two browsers at once exactly one is let in, and it alone keeps a cookie', async () => {
  const link = await invited('first');
  const jars = [openCookieBrowser(), openCookieBrowser()];

  const pressed = await Promise.all(jars.map((jar) => press(jar, link)));
  const again = await Promise.all(jars.map((jar) => press(jar, link)));

  const refused = { status: 403, code: 'other_device', token: '' };
  expect(pressed.filter(({ status }) => status === 403)).toEqual([refused]);
  expect(again.map(({ status }) => status)).toEqual(pressed.map(({ status }) => status));
  expect([goodOf([...pressed, ...again]), cookiesOf(jars).sort()]).toEqual([2, [0, 2]]);
  expect((await told()).map((notices) => notices.length)).toEqual([1, 1]);
  world.expectClean();
});

test('newest: the earlier browser is put out of the room and its token is worthless, the last one stays', async () => {
  const link = await invited('newest');
  const [laptop, phone] = [openCookieBrowser(), openCookieBrowser()];

  const before = await press(laptop, link);
  expect([world.rooms.join(before.token), present()]).toEqual(['joined', [true]]);
  const after = await press(phone, link);

  expect([present(), world.rooms.join(before.token), world.rooms.join(after.token)]).toEqual([
    [false],
    'removed',
    'joined',
  ]);
  const atOnce = await Promise.all([laptop, phone].map((jar) => press(jar, link)));
  expect(atOnce.map(({ status }) => status)).toEqual([200, 200]);
  expect(goodOf(atOnce)).toBe(1);
  expect((await told()).map((notices) => notices.length)).toEqual([1, 1]);
  world.expectClean();
});

test('newest: while the video service does not put the earlier one out, nobody else comes in', async () => {
  const link = await invited('newest');
  const [laptop, phone] = [openCookieBrowser(), openCookieBrowser()];
  const before = await press(laptop, link);
  world.rooms.fault({ operation: 'kick', play: { kind: 'status', status: 401 } });

  const refused = await press(phone, link);

  expect([refused, phone.seen]).toEqual([{ status: 503, code: 'room_unavailable', token: '' }, []]);
  const after = await press(phone, link);
  expect([world.rooms.join(before.token), world.rooms.join(after.token)]).toEqual(['removed', 'joined']);
});

test('Bob gets a new link with one press, which leaves the old one and its device worthless', async () => {
  const link = await invited('first');
  const [stranger, bob] = [openCookieBrowser(), openCookieBrowser()];
  await press(stranger, link);
  expect((await press(bob, link)).code).toBe('other_device');
  const [, [notice] = []] = await told();

  const { channel = '', ts = '' } = notice ?? {};
  await world.slack.press({ team: ACME_TEAM_ID, user: BOB.id, channel, ts, actionId: 'replace_link' });

  const newLink = await eventually(() => {
    const found = joinUrlOf(inboxOf(world.slack, BOB, 'sync').cards[0]);
    expect(found).not.toBe(link);
    return found;
  });
  expect((await press(stranger, link)).code).toBe('not_invited');
  expect((await press(bob, newLink)).status).toBe(200);
  const after = world.slack.messages(ACME_TEAM_ID, channel).find((message) => message.ts === ts);
  expect(after?.text).toBe('The old link does not work any more. Your new one stands on your card of the meeting.');
  world.expectClean();
});

test('looking sets no cookie, whoever looks', async () => {
  const link = await invited('first');
  const jar = openCookieBrowser();

  for (const url of [link, `${link}/state`, `${link}/invite.ics`]) expect((await jar.get(url)).status).toBe(200);

  expect(jar.seen).toEqual([]);
  expect(await told()).toEqual([[], []]);
});
