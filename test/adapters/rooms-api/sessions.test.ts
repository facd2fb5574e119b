import { afterEach, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { RoomsSimulator } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { faultOf } from '../../contracts/rooms.contract.ts';
import { ALICE } from './methods.ts';
import { DIALECTS, openRooms } from './open-rooms.ts';

const at = (minute: number) => DateTime.utc(2026, 5, 4, 9, minute);
const BOB = { ...ALICE, name: 'Bob', personId: 'p-bob' };

describe.each(DIALECTS)('what %s tells of the use of a room', (dialect) => {
  let simulator: RoomsSimulator;
  afterEach(() => simulator.close());

  async function open(largestPage = 50) {
    const time = { minute: 0 };
    const opened = await openRooms(dialect, { clock: () => at(time.minute).toMillis(), largestPage });
    simulator = opened.simulator;
    const { service } = opened;
    const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
    const alice = await service.addParticipant(roomId, ALICE);
    const bob = await service.addParticipant(roomId, BOB);
    return { service, roomId, alice, bob, minute: (minute: number) => Object.assign(time, { minute }) };
  }

  test('is nothing while nobody was in it', async () => {
    const { service, roomId } = await open();

    expect([await service.sessionsOf(roomId), await service.recordingsOf(roomId)]).toEqual([[], []]);
  });

  test('is a session with an end as soon as the last one has left, newest first', async () => {
    const { service, roomId, alice, bob, minute } = await open();
    simulator.join(alice.token);
    minute(1);
    simulator.join(bob.token);
    minute(10);
    simulator.leave(alice.token);
    simulator.leave(bob.token);
    minute(20);
    simulator.join(bob.token);

    const [second, first] = await service.sessionsOf(roomId);

    expect([second, first]).toEqual([
      { sessionId: expect.any(String), startedAt: at(20), endedAt: null },
      { sessionId: expect.any(String), startedAt: at(0), endedAt: at(10) },
    ]);
    expect(await service.visitsOf(first?.sessionId ?? '')).toEqual([
      { peer: expect.any(String), personId: 'p-alice', joinedAt: at(0), leftAt: at(10) },
      { peer: expect.any(String), personId: 'p-bob', joinedAt: at(1), leftAt: at(10) },
    ]);
    expect(await service.visitsOf(second?.sessionId ?? '')).toEqual([
      { peer: expect.any(String), personId: 'p-bob', joinedAt: at(20), leftAt: null },
    ]);
  });

  test('is each device of a person, on as many pages as there are', async () => {
    const { service, roomId, alice } = await open(2);
    for (let n = 0; n < 5; n += 1) simulator.join(alice.token);
    const [live] = await service.sessionsOf(roomId);

    const visits = await service.visitsOf(live?.sessionId ?? '');

    expect(new Set(visits.map(({ peer }) => peer)).size).toBe(5);
  });

  test('is of this room alone', async () => {
    const { service, alice } = await open();
    simulator.join(alice.token);
    const other = await service.createRoom({ title: 'Retro', code: 'm2x9a' });

    expect([await service.sessionsOf(other.roomId), await service.recordingsOf(other.roomId)]).toEqual([[], []]);
  });

  test('is a recording, with links that are made when they are asked for', async () => {
    const { service, roomId, alice, minute } = await open();
    simulator.join(alice.token);
    const recordingId = simulator.startRecording(roomId) ?? '';
    const [running] = await service.recordingsOf(roomId);
    const noFiles = await service.recordingFiles(recordingId);
    minute(10);
    simulator.finishRecording(recordingId);

    const [ready] = await service.recordingsOf(roomId);
    const files = await service.recordingFiles(recordingId);

    expect([running, ready]).toEqual([
      { recordingId, status: 'recording', startedAt: at(0), stoppedAt: null },
      { recordingId, status: 'ready', startedAt: at(0), stoppedAt: at(10) },
    ]);
    expect([noFiles, files]).toEqual([
      { video: null, audio: null, expiresAt: null },
      { video: expect.stringMatching(/^http/), audio: null, expiresAt: at(10).plus({ days: 7 }) },
    ]);
    expect((await fetch(files.video ?? '')).status).toBe(200);
  });

  test('ends for whoever is kicked, on all their devices, and for everybody', async () => {
    const { service, roomId, alice, bob, minute } = await open();
    for (const { token } of [alice, alice, bob]) simulator.join(token);
    minute(5);

    await service.kick(roomId, { participantId: alice.participantId, personId: 'p-alice' });
    const isIn = () => simulator.participants(roomId).map(({ isPresent }) => isPresent);
    const afterKick = isIn();
    await service.kickAll(roomId);

    expect([afterKick, isIn()]).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(await service.sessionsOf(roomId)).toMatchObject([{ endedAt: at(5) }]);
  });

  test('lists, adds and removes webhooks', async () => {
    const { service } = await open();
    const webhook = { name: 'Convene', url: 'https://meet.acme.org/webhooks/rooms', events: ['meeting.ended'] };

    const { webhookId } = await service.addWebhook(webhook);

    expect(await service.listWebhooks()).toEqual([{ webhookId, ...webhook, isEnabled: true }]);
    await service.removeWebhook(webhookId);
    await service.removeWebhook(webhookId);
    expect(await service.listWebhooks()).toEqual([]);
    expect(simulator.violations()).toEqual([]);
  });

  test('is not there for a session or recording that nobody knows', async () => {
    const { service } = await open();
    const nobody = '00000000-0000-4000-8000-00000000dead';

    expect((await faultOf(service.visitsOf(nobody))).kind).toBe('not-found');
    expect((await faultOf(service.recordingFiles(nobody))).kind).toBe('not-found');
  });
});
