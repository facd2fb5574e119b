import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { BOB } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('an app that is removed from its one workspace lets nobody in any more, and its room is emptied', async () => {
  await world.meet(`standup ${inMinutes(9)} @bob`);
  const link = await eventually(() => joinUrlOf(inboxOf(world.slack, BOB, 'standup').cards[0]));
  const { status, body } = await pressJoin(link);
  expect([status, world.rooms.join(String(body['authToken']))]).toEqual([200, 'joined']);

  world.slack.fault({ method: 'auth.test', play: { kind: 'error', error: 'account_inactive' } });
  await world.slack.event({ team: ACME_TEAM_ID, event: { type: 'app_uninstalled' } });

  await eventually(async () => expect((await fetch(link)).status).toBe(404));
  await eventually(() => expect(world.rooms.rooms().map((room) => room.status)).toEqual(['INACTIVE']));
  await eventually(() => expect(world.rooms.calls('kick-all')).toHaveLength(1));
}, 40_000);
