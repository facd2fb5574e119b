import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../src/sandbox/rooms-simulator/fault-plan.ts';
import type { RoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { faultOf } from '../../contracts/rooms.contract.ts';
import { type Acting, METHODS, openWithAlice } from './methods.ts';
import { DIALECTS, openRooms, roomsAt } from './open-rooms.ts';

describe.each(DIALECTS)('the faults of the rooms API in %s', (dialect) => {
  let simulator: RoomsSimulator;
  afterEach(() => simulator.close());

  async function prepare(timeoutMs?: number): Promise<Acting> {
    const acting = await openWithAlice(dialect, timeoutMs);
    simulator = acting.simulator;
    return acting;
  }

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
  test.each(statuses)('takes %i for %s, and leaves open what was done only where it has to', async (status, kind) => {
    const acting = await prepare();

    for (const { operation, repeated, act } of METHODS) {
      simulator.fault({ operation, times: 3, play: { kind: 'status', status } });
      const fault = await faultOf(act(acting));

      expect(fault).toMatchObject({ kind, ambiguous: kind === 'unavailable' && !repeated, retryAfterSeconds: null });
      expect(fault.message).toContain(String(status));
    }
  });

  test.each(METHODS)(
    'takes 404 to $operation for something missing unless $absence',
    async ({ operation, absence, act }) => {
      const acting = await prepare();
      simulator.fault({ operation, play: { kind: 'status', status: 404 } });

      const met = await act(acting).catch((fault: unknown) => fault);

      if (absence === 'nothing to do') expect(met).toBeUndefined();
      else expect(met).toMatchObject({ kind: absence === 'the app is wrong' ? 'unauthorized' : 'not-found' });
    },
  );

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
