import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRoomsSimulator } from '../../src/sandbox/rooms-simulator/simulator.ts';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { ALICE, BOB } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let dyte: Awaited<ReturnType<typeof startRoomsSimulator>>;
let world: World;

beforeAll(async () => {
  dyte = await startRoomsSimulator({ clock: Date.now });
  const { organizationId, apiKey } = dyte.credentials.dyte;
  world = await startWorld({
    settings: { ROOMS: 'dyte', ROOMS_API_URL: dyte.baseUrls.dyte, DYTE_ORG_ID: organizationId, DYTE_API_KEY: apiKey },
  });
});

afterAll(async () => {
  await world.close();
  await dyte.close();
});

test('with credentials of Dyte, a command leads to a room there, and a press to a token of the right preset', async () => {
  await world.meet(`standup ${inMinutes(5)} @bob`);
  const links = await Promise.all(
    [ALICE, BOB].map((person) => eventually(() => joinUrlOf(inboxOf(world.slack, person, 'standup').cards[0]))),
  );

  const answers = [];
  for (const link of links) answers.push(await pressJoin(link));

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const [room, ...others] = dyte.rooms();
  expect([room?.title?.startsWith('standup · '), others]).toEqual([true, []]);
  const people = dyte.participants(room?.id ?? '');
  expect(people.map(({ name, preset }) => [name, preset])).toEqual([
    [ALICE.realName, 'group_call_host'],
    [BOB.realName, 'group_call_participant'],
  ]);
  expect(dyte.violations()).toEqual([]);
  expect(world.rooms.calls()).toEqual([]);
});
