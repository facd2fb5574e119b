import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import nodeIcal, { type VEvent } from 'node-ical';
import type { SimFile } from '../../src/sandbox/slack-simulator/simulator.ts';
import { nonceOf, press, pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const THREE = [ALICE, BOB, CHEN];

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

/** Schedules a meeting of Alice with Bob and Chen whose doors are open, and waits until everybody has it. */
async function meetingNow(title: string) {
  await world.meet(`${title} ${inMinutes(9)} @bob @chen`);
  await eventually(() => expect(counts(world.slack, THREE, title)).toEqual(oneEach(THREE)));
  const [alice, bob, chen] = THREE.map((person) => joinUrlOf(inboxOf(world.slack, person, title).cards[0]));
  return { alice: alice ?? '', bob: bob ?? '', chen: chen ?? '', roomId: await roomOf(title) };
}

function roomsOf(title: string) {
  return world.rooms.rooms().filter((room) => room.title?.startsWith(`${title} · `));
}

async function roomOf(title: string): Promise<string> {
  return eventually(() => {
    const [room] = roomsOf(title);
    if (!room) throw new Error('There is no room');
    return room.id;
  });
}

const textOf = (file: SimFile | undefined) => Buffer.from(file?.bytes ?? []).toString('utf8');

test('the command is answered in time, for one person, with how it was read', async () => {
  const tomorrow = DateTime.now().setZone(ALICE.tz).plus({ days: 1 }).setLocale('en-GB').toFormat('ccc, d LLLL yyyy');

  const { status, ackMs, body } = await world.meet('standup tomorrow 9am @bob @chen');

  expect({ status, body }).toEqual({
    status: 200,
    body: expect.objectContaining({
      response_type: 'ephemeral',
      text: `Scheduled “standup”: ${tomorrow}, 09:00–09:30 (Asia/Kolkata), 30 minutes, with <@${BOB.id}>, <@${CHEN.id}>.`,
    }),
  });
  expect(ackMs).toBeLessThan(3_000);
});

test('three people get one card and one file each in their own conversation, and there is one room', async () => {
  await world.meet('design review tomorrow 2pm @bob @chen');
  await eventually(() => expect(roomsOf('design review')).toHaveLength(1));
  await world.quiet();

  expect(counts(world.slack, THREE, 'design review')).toEqual(oneEach(THREE));
  expect(roomsOf('design review')).toHaveLength(1);
  for (const person of THREE) {
    const { cards, files } = inboxOf(world.slack, person, 'design review');
    expect(files[0]?.sharedIn).toEqual([cards[0]?.channel]);
  }
  const posted = world.slack.calls('chat.postMessage').map(({ args }) => [args['unfurl_links'], args['unfurl_media']]);
  expect(new Set(posted.map((flags) => JSON.stringify(flags)))).toEqual(new Set(['[false,false]']));
});

test('each card says the time in the zone and as its reader writes it', async () => {
  const start = DateTime.now().setZone(ALICE.tz).plus({ days: 2 }).set({ hour: 15, minute: 5 }).startOf('minute');
  await world.meet(`zones ${start.toFormat('yyyy-MM-dd HH:mm')} @bob @chen`);
  await eventually(() => expect(counts(world.slack, THREE, 'zones')).toEqual(oneEach(THREE)));

  const shown = (zone: string, day: string, clock: string) => {
    const [from, to] = [start, start.plus({ minutes: 30 })].map((at) => at.setZone(zone).setLocale('en-US'));
    return `${from?.toFormat(day)}, ${from?.toFormat(clock)}–${to?.toFormat(clock)} (${zone})`;
  };
  expect(THREE.map((person) => inboxOf(world.slack, person, 'zones').cards[0]?.text)).toEqual([
    `You are hosting “zones”: ${shown('Asia/Kolkata', 'ccc, d LLLL yyyy', 'HH:mm')}`,
    `<@${ALICE.id}> invites you to “zones”: ${shown('America/New_York', 'ccc, LLLL d, yyyy', 'h:mm a')}`,
    `<@${ALICE.id}> invites you to “zones”: ${shown('Asia/Tokyo', 'ccc, LLLL d, yyyy', 'HH:mm')}`,
  ]);
  const blocks = JSON.stringify(inboxOf(world.slack, BOB, 'zones').cards[0]?.blocks);
  expect(blocks).toContain(`<!date^${start.toUnixInteger()}^`);
});

test('two independent calendars read each file: the right time, a lasting UID, and its owner’s link alone', async () => {
  const start = DateTime.now().setZone(ALICE.tz).plus({ days: 3 }).set({ hour: 11, minute: 15 }).startOf('minute');
  await world.meet(`retro ${start.toFormat('yyyy-MM-dd HH:mm')} @bob @chen`);
  await eventually(() => expect(counts(world.slack, THREE, 'retro')).toEqual(oneEach(THREE)));

  const uids = THREE.map((person) => {
    const { cards, files } = inboxOf(world.slack, person, 'retro');
    const link = joinUrlOf(cards[0]);
    const text = textOf(files[0]);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    const other = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT') as VEvent;

    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event.startDate.toJSDate()).toEqual(start.toJSDate());
    expect(event.endDate.toJSDate()).toEqual(start.plus({ minutes: 30 }).toJSDate());
    expect(new Date(other.start)).toEqual(start.toJSDate());
    expect(other.summary).toBe('retro');
    expect(other.uid).toBe(event.uid);
    expect(event.location).toBe(`${link}?s=0`);
    const links = text.replaceAll(/\r\n[ \t]/g, '').match(/http[^\s\\]+/g);
    expect(new Set(links)).toEqual(new Set([`${link}?s=0`]));
    return event.uid;
  });
  expect(new Set(uids).size).toBe(3);
});

test('the file that the join page offers is the same event', async () => {
  const { bob } = await meetingNow('same event');
  const uidIn = (text: string) => /^UID:(.*)\r$/m.exec(text)?.[1];

  const offered = await fetch(`${bob}/invite.ics`);

  expect(offered.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const shared = textOf(inboxOf(world.slack, BOB, 'same event').files[0]);
  expect(uidIn(await offered.text())).toBe(uidIn(shared));
});

test('looking at a link, however often and with whatever headers, adds nobody to the room', async () => {
  const { bob, roomId } = await meetingNow('looking');
  const looks = [
    ...Array.from({ length: 20 }, () => ({ method: 'GET' })),
    ...Array.from({ length: 20 }, () => ({ method: 'HEAD' })),
    { method: 'OPTIONS' },
    { method: 'GET', headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', 'x-moz': 'prefetch' } },
    { method: 'GET', headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' } },
  ];

  const statuses = await Promise.all(looks.map(async (look) => (await fetch(bob, look)).status));

  expect(new Set(statuses)).toEqual(new Set([200, 405]));
  expect(world.rooms.participants(roomId)).toEqual([]);
  expect(world.rooms.calls('add-participant').filter(({ url }) => url.includes(roomId))).toEqual([]);
});

test('a press lets each person in once, with their own preset and a token that is theirs', async () => {
  const { alice, bob, roomId } = await meetingNow('presets');

  const answers = [await pressJoin(alice), await pressJoin(bob)];

  const participants = world.rooms.participants(roomId);
  expect(participants.map(({ name, preset }) => ({ name, preset }))).toEqual([
    { name: ALICE.realName, preset: 'group_call_host' },
    { name: BOB.realName, preset: 'group_call_participant' },
  ]);
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    participants.map(({ id }) => ({
      status: 200,
      body: { sdk: 'demo', authToken: world.rooms.tokens().find(({ participantId }) => participantId === id)?.token },
    })),
  );
});

test('who presses again is the same participant with a new token', async () => {
  const { bob, roomId } = await meetingNow('again');

  const [first, second] = [await pressJoin(bob), await pressJoin(bob)];

  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body['authToken']).not.toBe(first.body['authToken']);
  expect(world.rooms.participants(roomId)).toHaveLength(1);
});

test.each([
  ['without the nonce of the page', { nonce: '' }, 'stale_page'],
  ['from another page', { origin: 'https://evil.example' }, 'wrong_origin'],
])('a press %s lets nobody in', async (_, { nonce, origin }: { nonce?: string; origin?: string }, code) => {
  const { bob, roomId } = await meetingNow(`press ${code}`);
  const headers = { origin: origin ?? world.program.url, 'x-join-nonce': nonce ?? (await nonceOf(bob)) };

  const answer = await fetch(bob, { method: 'POST', headers });

  expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code })]);
  expect(world.rooms.participants(roomId)).toEqual([]);
});

test('the nonce of somebody else’s page lets nobody in', async () => {
  const { bob, chen, roomId } = await meetingNow('borrowed nonce');

  expect(await press(bob, await nonceOf(chen))).toMatchObject({ status: 403, body: { code: 'stale_page' } });
  expect(world.rooms.participants(roomId)).toEqual([]);
});

test('a guest who comes too early is told when the door opens', async () => {
  await world.meet(`premature ${inMinutes(60)} @bob @chen`);
  await eventually(() => expect(counts(world.slack, THREE, 'premature')).toEqual(oneEach(THREE)));
  const url = joinUrlOf(inboxOf(world.slack, BOB, 'premature').cards[0]);

  const { status, body } = await pressJoin(url);

  expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'too_early' });
  const opensInMinutes = DateTime.fromISO(String(body['opensAt'])).diffNow('minutes').minutes;
  expect(Math.round(opensInMinutes)).toBeGreaterThanOrEqual(49);
  expect(Math.round(opensInMinutes)).toBeLessThanOrEqual(50);
  expect(world.rooms.participants(await roomOf('premature'))).toEqual([]);
});

test('nothing was done that a good app does not do, and no secret was printed at the finest level of the log', async () => {
  await world.quiet();

  world.expectClean();
  expect(world.program.lines().length).toBeGreaterThan(50);
});
