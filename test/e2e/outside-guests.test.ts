import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nonceOf, pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { BOB } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

/** Of the simulator's presets it stands in for one with a waiting room. */
const WITH_WAITING_ROOM = 'webinar_viewer';

let world: World;

beforeAll(async () => {
  world = await startWorld({ settings: { OUTSIDE_PRESET: WITH_WAITING_ROOM, WAIT_FOR_HOST: 'nobody' } });
});
afterAll(() => world.close());

/** The link that a visitor of the shared page gets. */
async function visit(publicUrl: string, name: string): Promise<string> {
  const headers = {
    origin: world.program.url,
    'x-join-nonce': await nonceOf(publicUrl),
    'content-type': 'application/json',
  };
  const answer = await fetch(publicUrl, { method: 'POST', headers, body: JSON.stringify({ name }) });
  return ((await answer.json()) as { url: string }).url;
}

test('a visitor comes in with the preset for outsiders and keeps no cookie, a colleague with that for guests', async () => {
  const { body } = await world.meet(`open house ${inMinutes(9)} @bob public`);
  const [publicUrl = ''] = /http[^\s"|>]+\/m\/[\w.-]+/.exec(JSON.stringify(body)) ?? [];
  const bob = await eventually(() => joinUrlOf(inboxOf(world.slack, BOB, 'open house').cards[0]));

  const visitor = await pressJoin(await visit(publicUrl, 'Zoë'));
  const colleague = await pressJoin(bob);

  expect([visitor, colleague].map(({ status, headers }) => [status, headers.getSetCookie().length])).toEqual([
    [200, 0],
    [200, 1],
  ]);
  const [room] = world.rooms.rooms();
  expect(world.rooms.participants(room?.id ?? '').map(({ name, preset }) => ({ name, preset }))).toEqual([
    { name: 'Zoë', preset: WITH_WAITING_ROOM },
    { name: BOB.realName, preset: 'group_call_participant' },
  ]);
  world.expectClean();
});
