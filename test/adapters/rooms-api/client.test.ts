import { afterEach, describe, expect, test } from '@jest/globals';
import type { RoomService } from '../../../src/ports/rooms.ts';
import type { Fault } from '../../../src/sandbox/rooms-simulator/fault-plan.ts';
import type { Operation } from '../../../src/sandbox/rooms-simulator/route.ts';
import type { RoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { faultOf } from '../../contracts/rooms.contract.ts';
import { DIALECTS, openRooms, roomsAt } from './open-rooms.ts';

const ALICE = { name: 'Alice', personId: 'p-alice', preset: 'group_call_host' };

interface Acting {
  readonly service: RoomService;
  readonly roomId: string;
  readonly participantId: string;
}

/** Every method, the call it makes, and whether that call is repeated by itself. */
const METHODS: readonly { operation: Operation; repeated: boolean; act: (acting: Acting) => Promise<unknown> }[] = [
  {
    operation: 'create-meeting',
    repeated: false,
    act: ({ service }) => service.createRoom({ title: 'Retro', code: 'm2x9a' }),
  },
  {
    operation: 'add-participant',
    repeated: false,
    act: ({ service, roomId }) => service.addParticipant(roomId, { ...ALICE, personId: 'p-bob' }),
  },
  { operation: 'list-meetings', repeated: true, act: ({ service }) => service.findRoom('k7f3q') },
  {
    operation: 'list-participants',
    repeated: true,
    act: ({ service, roomId }) => service.findParticipant(roomId, 'p-alice'),
  },
  { operation: 'update-meeting', repeated: true, act: ({ service, roomId }) => service.closeRoom(roomId) },
  {
    operation: 'refresh-token',
    repeated: true,
    act: ({ service, roomId, participantId }) => service.refreshToken(roomId, participantId),
  },
  { operation: 'list-presets', repeated: true, act: ({ service }) => service.listPresets() },
];

describe.each(DIALECTS)('the rooms API in %s', (dialect) => {
  let simulator: RoomsSimulator;
  afterEach(() => simulator.close());

  /** A room with Alice in it, and the call that the test is about still to be made. */
  async function prepare(timeoutMs = 5000): Promise<Acting> {
    const opened = await openRooms(dialect, {}, { timeoutMs, random: () => 0 });
    simulator = opened.simulator;
    const patient = roomsAt(simulator, dialect);
    const { roomId } = await patient.createRoom({ title: 'Standup', code: 'k7f3q' });
    const { participantId } = await patient.addParticipant(roomId, ALICE);
    return { service: opened.service, roomId, participantId };
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
    expect(simulator.calls().map(({ operation }) => operation)).toEqual([
      'create-meeting',
      'add-participant',
      'add-participant',
      'list-participants',
    ]);
  });

  const statuses: readonly [number, string][] = [
    [302, 'refused'],
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [408, 'unavailable'],
    [409, 'conflict'],
    [422, 'refused'],
    [429, 'throttled'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ];
  test.each(statuses)(
    'takes %i for %s, and what was not done for ambiguous only if it may be',
    async (status, kind) => {
      const acting = await prepare();

      for (const { operation, repeated, act } of METHODS) {
        simulator.fault({ operation, times: 3, play: { kind: 'status', status } });
        const fault = await faultOf(act(acting));

        expect(fault).toMatchObject({ kind, ambiguous: kind === 'unavailable' && !repeated, retryAfterSeconds: null });
        expect(fault.message).toContain(String(status));
      }
    },
  );

  test.each(METHODS)('takes 404 to $operation for a missing room or a wrong app', async ({ operation, act }) => {
    const acting = await prepare();
    simulator.fault({ operation, play: { kind: 'status', status: 404 } });

    const isAboutTheApp = ['create-meeting', 'list-meetings', 'list-presets'].includes(operation);
    expect((await faultOf(act(acting))).kind).toBe(isAboutTheApp ? 'unauthorized' : 'not-found');
  });

  test.each(METHODS)('hands on how long to wait, and does not repeat $operation before', async ({ operation, act }) => {
    const acting = await prepare();
    const before = simulator.calls(operation).length;
    simulator.fault({ operation, play: { kind: 'status', status: 429, retryAfterSeconds: 7 } });

    expect(await faultOf(act(acting))).toMatchObject({
      kind: 'throttled',
      retryable: true,
      ambiguous: false,
      retryAfterSeconds: 7,
    });
    expect(simulator.calls(operation)).toHaveLength(before + 1);
  });

  const passing: readonly Fault['play'][] = [
    { kind: 'status', status: 500 },
    { kind: 'lost-before' },
    { kind: 'lost-after' },
    { kind: 'garbage' },
  ];
  describe.each(passing)('when the service fails for a moment with %j', (play) => {
    test.each(METHODS)('repeats $operation only if that is safe', async ({ operation, repeated, act }) => {
      const acting = await prepare();
      const before = simulator.calls(operation).length;
      simulator.fault({ operation, times: 2, play });

      if (repeated) await act(acting);
      else expect(await faultOf(act(acting))).toMatchObject({ kind: 'unavailable', retryable: true, ambiguous: true });

      expect(simulator.calls(operation)).toHaveLength(before + (repeated ? 3 : 1));
    });
  });

  test('gives up after three times', async () => {
    const { service } = await prepare();
    simulator.fault({ operation: 'list-presets', times: 9, play: { kind: 'status', status: 503 } });

    expect(await faultOf(service.listPresets())).toMatchObject({ kind: 'unavailable', ambiguous: false });
    expect(simulator.calls('list-presets')).toHaveLength(3);
  });

  test.each(METHODS)('waits for $operation no longer than it may', async ({ operation, repeated, act }) => {
    const acting = await prepare(120);
    simulator.fault({ operation, times: 9, play: { kind: 'hang' } });
    const begunAt = performance.now();

    const fault = await faultOf(act(acting));

    expect(fault).toMatchObject({ kind: 'unavailable', retryable: true, ambiguous: !repeated });
    expect(performance.now() - begunAt).toBeLessThan(2000);
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
    expect(await service.findParticipant(roomId, 'p-bob')).toEqual({
      participantId: simulator.participants(roomId).find(({ personId }) => personId === 'p-bob')?.id,
    });
  });

  test('finds a participant on the last of several pages', async () => {
    const { service, roomId } = await prepare();
    for (let n = 1; n <= 120; n++) {
      await service.addParticipant(roomId, { ...ALICE, personId: `p-${n}` });
    }

    expect(await service.findParticipant(roomId, 'p-120')).toEqual({
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

  test('says unauthorized when the credentials or the base URL are wrong', async () => {
    await prepare();
    const baseUrl = simulator.baseUrls[dialect];
    const wrong = [
      roomsAt(simulator, dialect, { authorization: 'Basic d3Jvbmc6d3Jvbmc=' }),
      roomsAt(simulator, dialect, { authorization: 'Bearer wrong' }),
      roomsAt(simulator, dialect, { baseUrl: baseUrl.replace(/\/[^/]+$/, '/another') }),
    ];

    for (const service of wrong) expect((await faultOf(service.listPresets())).kind).toBe('unauthorized');
  });

  test('says that nothing can have been done when nobody listens', async () => {
    const opened = await openRooms(dialect);
    simulator = (await openRooms(dialect)).simulator;
    await opened.close();

    const fault = await faultOf(opened.service.createRoom({ title: 'Retro', code: 'm2x9a' }));

    expect(fault).toMatchObject({ kind: 'unavailable', retryable: true, ambiguous: false });
  });
});
