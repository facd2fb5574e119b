import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../src/sandbox/rooms-simulator/fault-plan.ts';
import type { RoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { faultOf } from '../../contracts/rooms.contract.ts';
import { type Acting, ALICE, METHODS, openWithAlice } from './methods.ts';
import { DIALECTS, openRooms } from './open-rooms.ts';

describe.each(DIALECTS)('the rooms API in %s', (dialect) => {
  let simulator: RoomsSimulator;
  afterEach(() => simulator.close());

  async function prepare(timeoutMs?: number): Promise<Acting> {
    const acting = await openWithAlice(dialect, timeoutMs);
    simulator = acting.simulator;
    return acting;
  }

  test('stays without a violation through all it does', async () => {
    const acting = await prepare();

    for (const { act } of METHODS) await act(acting);

    expect(simulator.violations()).toEqual([]);
    expect(simulator.rooms()).toEqual([
      { id: acting.roomId, title: 'Standup · k7f3q', status: 'INACTIVE' },
      { id: expect.any(String), title: 'Retro · m2x9a', status: 'ACTIVE' },
    ]);
  });

  test('sends the preset and the name, and hands on the token that the service gave', async () => {
    const { service, roomId } = await prepare();

    const bob = { name: 'Bob', personId: 'p-bob', preset: 'group_call_participant' };
    const { participantId, token } = await service.addParticipant(roomId, bob);

    expect(simulator.participants(roomId).at(-1)).toEqual({ id: participantId, ...bob, isPresent: false });
    expect(simulator.tokens().at(-1)).toMatchObject({ token, participantId, roomId, preset: bob.preset });
  });

  test('looks before it calls a refused add a conflict', async () => {
    const { service, roomId } = await prepare();

    const fault = await faultOf(service.addParticipant(roomId, ALICE));

    expect(fault).toMatchObject({ kind: 'conflict', retryable: false, ambiguous: false });
    expect(
      simulator
        .calls()
        .map(({ operation }) => operation)
        .slice(-2),
    ).toEqual(['add-participant', 'list-participants']);
  });

  test('takes an answer that is slow but in time', async () => {
    const { service } = await prepare();
    simulator.fault({ operation: 'list-presets', play: { kind: 'slow', ms: 50 } });

    expect(await service.listPresets()).toHaveLength(4);
  });

  test.each<Fault['play']>([{ kind: 'lost-after' }, { kind: 'garbage' }])(
    'finds the one room whose making was answered with %j',
    async (play) => {
      const { service } = await prepare();
      simulator.fault({ operation: 'create-meeting', play });

      const fault = await faultOf(service.createRoom({ title: 'Retro', code: 'm2x9a' }));

      expect(fault.ambiguous).toBe(true);
      const made = simulator.rooms().filter(({ title }) => title === 'Retro · m2x9a');
      expect(await service.findRoom('m2x9a')).toEqual({ roomId: made[0]?.id });
      expect(made).toHaveLength(1);
    },
  );

  test('finds the one participant whose adding was not answered', async () => {
    const { service, roomId } = await prepare();
    simulator.fault({ operation: 'add-participant', play: { kind: 'lost-after' } });

    const fault = await faultOf(service.addParticipant(roomId, { ...ALICE, personId: 'p-bob' }));

    expect(fault.ambiguous).toBe(true);
    expect(await service.findParticipant(roomId, 'p-bob')).toMatchObject({
      participantId: simulator.participants(roomId).find(({ personId }) => personId === 'p-bob')?.id,
    });
  });

  test('finds the oldest of several rooms with one code', async () => {
    let now = Date.UTC(2026, 4, 4, 9);
    const opened = await openRooms(dialect, { clock: () => now });
    simulator = opened.simulator;
    const oldest = await opened.service.createRoom({ title: 'Standup', code: 'k7f3q' });
    for (let n = 1; n <= 5; n++) {
      now += 1;
      await opened.service.createRoom({ title: 'Standup', code: 'k7f3q' });
    }

    expect(await opened.service.findRoom('k7f3q')).toEqual(oldest);
  });

  test('finds a participant on the last of several pages', async () => {
    const { service, roomId } = await prepare();
    for (let n = 1; n <= 120; n++) {
      await service.addParticipant(roomId, { ...ALICE, personId: `p-${n}` });
    }

    expect(await service.findParticipant(roomId, 'p-120')).toMatchObject({
      participantId: simulator.participants(roomId).at(-1)?.id,
    });
    expect(await service.findParticipant(roomId, 'p-121')).toBeNull();
    expect(simulator.calls('list-participants')).toHaveLength(3 + 3);
  });

  test('finds a room behind several pages of others that the search brings up', async () => {
    const { service } = await prepare();
    const wanted = await service.createRoom({ title: 'Retro', code: 'm2' });
    for (let n = 1; n <= 60; n++) await service.createRoom({ title: 'Retro', code: `m2-${n}` });

    expect(await service.findRoom('m2')).toEqual(wanted);
  });
});
