import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DialectName } from '../../../src/sandbox/rooms-simulator/route.ts';
import { CHEN, NOON, type OpenedSimulator, openSimulator } from './open-simulator.ts';

const DAY_MS = 86_400_000;

let at: OpenedSimulator;

beforeEach(async () => {
  at = await openSimulator();
});
afterEach(() => at.simulator.close());

test('visits start a session, which ends when the last one leaves', async () => {
  const room = await at.makeRoom();
  const bob = await at.addTo(room);
  const chen = await at.addTo(room, CHEN);
  const session = () => at.ask('GET', `/meetings/${room}/active-session`);

  expect((await session()).status).toBe(404);
  expect([at.simulator.join(bob.token), at.simulator.join(chen.token)]).toEqual(['joined', 'joined']);
  at.simulator.leave(chen.token);
  expect((await session()).row).toMatchObject({
    associated_id: room,
    status: 'LIVE',
    live_participants: 1,
    max_concurrent_participants: 2,
  });
  at.simulator.leave(bob.token);
  expect((await session()).status).toBe(404);
});

test('visits are refused to strangers, removed people, old tokens and in inactive rooms', async () => {
  const room = await at.makeRoom();
  const bob = await at.addTo(room);
  const chen = await at.addTo(room, CHEN);

  expect(at.simulator.join('made-up')).toBe('unknown-token');
  await at.ask('DELETE', `/meetings/${room}/participants/${chen.id}`);
  expect(at.simulator.join(chen.token)).toBe('removed');
  await at.ask('PATCH', `/meetings/${room}`, { status: 'INACTIVE' });
  expect(at.simulator.join(bob.token)).toBe('room-inactive');
  at.time.now = NOON + 100 * DAY_MS;
  expect(at.simulator.join(bob.token)).toBe('expired');
});

test.each<[string, (bob: { id: string }) => object, DialectName]>([
  ['participant_ids', ({ id }) => ({ participant_ids: [id] }), 'dyte'],
  ['custom_participant_ids', () => ({ custom_participant_ids: ['p-bob'] }), 'dyte'],
  ['both', ({ id }) => ({ participant_ids: [id], custom_participant_ids: ['p-bob'] }), 'realtimekit'],
])('visits end for somebody who is kicked by %s', async (_, idsOf, dialect) => {
  const room = await at.makeRoom();
  const bob = await at.addTo(room);
  const kick = () => at.ask('POST', `/meetings/${room}/active-session/kick`, idsOf(bob), dialect);

  expect((await kick()).status).toBe(404);
  at.simulator.join(bob.token);
  expect(at.simulator.participants(room)[0]?.isPresent).toBe(true);
  expect((await kick()).row).toMatchObject({ action: 'kick', participants: [{ id: bob.id }] });
  expect(at.simulator.participants(room)[0]?.isPresent).toBe(false);
});

test('visits end for everybody when all are kicked', async () => {
  const room = await at.makeRoom();
  at.simulator.join((await at.addTo(room)).token);
  const kickAll = () => at.ask('POST', `/meetings/${room}/active-session/kick-all`);

  expect((await kickAll()).row).toEqual({ action: 'kick-all', kicked_participants_count: 1 });
  expect((await kickAll()).status).toBe(404);
});
