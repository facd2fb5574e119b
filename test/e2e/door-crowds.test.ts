import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Answer, nonceOf, press, pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { linksLike } from '../support/meeting-links.ts';
import { ALICE, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const CROWD = colleagues(500);
const PER_MEETING = 125;

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(CROWD.length) });
});

afterAll(() => world.close());

/** A meeting of Alice with these people whose doors are open, and their links. */
async function meetingOf(title: string, people: readonly (typeof ALICE)[]): Promise<string[]> {
  await world.meet(`${title} ${inMinutes(9)} ${people.map(({ name }) => `@${name}`).join(' ')}`);
  const own = await eventually(() => joinUrlOf(inboxOf(world.slack, ALICE, title).cards[0]), 20_000);
  return linksLike(own, people);
}

const roomsOf = (title: string) => world.rooms.rooms().filter((room) => room.title?.startsWith(`${title} · `));
const statusesOf = (answers: readonly Answer[]) => [...new Set(answers.map(({ status }) => status))];

test('a hundred people who press in the same instant, before there is a room, meet in one', async () => {
  world.rooms.fault({ operation: 'create-meeting', play: { kind: 'status', status: 429, retryAfterSeconds: 15 } });
  world.rooms.fault({ operation: 'create-meeting', play: { kind: 'slow', ms: 4_000 } });
  const people = CROWD.slice(0, 100);
  const links = await meetingOf('hundred', people);
  // By then everybody has their card, and with it a name.
  await world.quiet();
  const nonces = await Promise.all(links.map(nonceOf));
  await eventually(() => expect(world.rooms.calls('create-meeting')).toHaveLength(2), 20_000);
  expect(roomsOf('hundred')).toEqual([]);

  const answers = await Promise.all(links.map((link, index) => press(link, nonces[index] ?? '')));

  expect(statusesOf(answers)).toEqual([200]);
  expect(roomsOf('hundred')).toHaveLength(1);
  const room = roomsOf('hundred')[0]?.id ?? '';
  const names = world.rooms.participants(room).map(({ name }) => name);
  expect(names.sort()).toEqual(people.map(({ realName }) => realName).sort());
  expect(new Set(answers.map(({ body }) => body['authToken'])).size).toBe(100);
}, 60_000);

test('one person on two devices, pressing at once, is one participant and in on both', async () => {
  const [link = ''] = await meetingOf('devices', CROWD.slice(0, 1));
  const nonces = [await nonceOf(link), await nonceOf(link)];

  const answers = await Promise.all(nonces.map((nonce) => press(link, nonce)));

  expect(statusesOf(answers)).toEqual([200]);
  expect(new Set(answers.map(({ body }) => body['authToken'])).size).toBe(2);
  expect(world.rooms.participants(roomsOf('devices')[0]?.id ?? '')).toHaveLength(1);
});

test('five hundred people behind one address join at once, and none is told to wait', async () => {
  const links: string[] = [];
  for (let begin = 0; begin < CROWD.length; begin += PER_MEETING) {
    links.push(...(await meetingOf(`all hands ${begin}`, CROWD.slice(begin, begin + PER_MEETING))));
  }

  const answers = await Promise.all(links.map(pressJoin));

  expect([answers.length, statusesOf(answers)]).toEqual([500, [200]]);
  expect(new Set(answers.map(({ body }) => body['authToken'])).size).toBe(500);
}, 60_000);
