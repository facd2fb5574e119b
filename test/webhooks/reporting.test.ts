import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { roomWebhookRoutes } from '../../src/composition/room-webhook-routes.ts';
import { attendanceOf, stateOf, whoIsIn } from '../../src/domain/attendance.ts';
import { startHttpServer } from '../../src/http/server.ts';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import type { DialectName } from '../../src/sandbox/rooms-simulator/route.ts';
import type { WebhookPost } from '../../src/sandbox/rooms-simulator/webhook-posts.ts';
import { makeHearFromRoom } from '../../src/usecases/hear-from-room.ts';
import { endpointAt, openRooms } from '../adapters/rooms-api/open-rooms.ts';
import { ALICE, BOB, idOf } from '../support/a-meeting.ts';
import { aRoom } from '../support/a-seat.ts';
import { setStageWithMeeting } from '../usecases/stage.ts';

const DIALECTS: readonly DialectName[] = ['dyte', 'realtimekit'];
const PREFIX = { dyte: 'dyte', realtimekit: 'rtk' } as const;
const EVENTS = [
  ...['meeting.started', 'meeting.ended', 'meeting.participantJoined', 'meeting.participantLeft'],
  ...['recording.statusUpdate', 'meeting.chatSynced'],
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/**
 * The standup's room at a simulated service that reports to our route, and the standup stored.
 * @param faults how many reports the store cannot take at first
 */
async function setting(dialect: DialectName, { faults = 0 } = {}) {
  const stage = await setStageWithMeeting();
  const { meeting, clock, log, rooms, sessions } = stage;
  clock.set(meeting.startsAt);
  const { simulator, service, close } = await openRooms(dialect, {
    clock: () => clock.now().toMillis(),
    webhookRetryMs: 10,
  });
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  const hear = makeHearFromRoom({ ...stage, wake });
  let left = faults;
  const hearFromRoom: typeof hear = async (...report) => {
    if (left-- > 0) throw new StoreUnavailable('away');
    return hear(...report);
  };
  const { webhooks } = endpointAt(simulator, dialect);
  const routes = [roomWebhookRoutes({ webhooks, hearFromRoom, clock, log: log as never })];
  const where = { host: '127.0.0.1', port: 0, publicUrl: 'https://meet.acme.org', trustedProxyHops: 0 };
  const http = await startHttpServer({ ...where, routes, log });
  closing.push(close, () => http.close(0));

  const url = `http://127.0.0.1:${http.port}/webhooks/rooms`;
  await service.addWebhook({ name: 'Convene', url, events: EVENTS });
  const { roomId } = await service.createRoom({ title: 'Standup', code: 'c0de' });
  await rooms.begin(aRoom(meeting, { roomId }));
  const tokenOf = async (user: typeof BOB, name: string) => {
    const participant = { name, personId: idOf(meeting, user), preset: 'group_call_host' };
    return (await service.addParticipant(roomId, participant)).token;
  };
  const [alice, bob] = [await tokenOf(ALICE, 'Alice'), await tokenOf(BOB, 'Bob')];
  return {
    ...stage,
    simulator,
    service,
    url,
    roomId,
    alice,
    bob,
    woken: () => woken,
    session: () => sessions.get(meeting.id, 'once'),
    post: (body: string, headers: Record<string, string>) => fetch(url, { method: 'POST', headers, body }),
  };
}

type Setting = Awaited<ReturnType<typeof setting>>;

/** Alice is in for half an hour and records, Bob for twenty minutes on two devices. */
async function standup({ simulator, clock, alice, bob, roomId }: Setting) {
  simulator.join(alice);
  const recording = simulator.startRecording(roomId) ?? '';
  clock.advance({ minutes: 5 });
  simulator.join(bob);
  simulator.join(bob);
  clock.advance({ minutes: 20 });
  simulator.leave(bob);
  simulator.leave(bob);
  clock.advance({ minutes: 5 });
  simulator.endSession(roomId);
  clock.advance({ minutes: 1 });
  simulator.finishRecording(recording);
  return recording;
}

describe.each(DIALECTS)('what %s reports of a room', (dialect) => {
  test('says who is in, as soon as they come', async () => {
    const at = await setting(dialect);
    at.simulator.join(at.alice);
    at.clock.advance({ minutes: 5 });
    at.simulator.join(at.bob);
    await at.simulator.postsSettled();

    const since = (minutes: number) => at.meeting.startsAt.toUTC().plus({ minutes });
    expect(whoIsIn(await at.session())).toEqual([
      { person: idOf(at.meeting, ALICE), since: since(0) },
      { person: idOf(at.meeting, BOB), since: since(5) },
    ]);
    expect(at.simulator.posts().map(({ answers }) => answers)).toEqual([[200], [200], [200]]);
    expect([await at.meetings.nextDueAt(), at.woken()]).toEqual([at.clock.now(), 3]);
  });

  test.each<[string, (posts: readonly WebhookPost[]) => readonly WebhookPost[]]>([
    ['in order', (posts) => posts],
    ['backwards', (posts) => [...posts].reverse()],
    ['twice', (posts) => posts.flatMap((post) => [post, post])],
    ['the end first', (posts) => [...posts].sort((one) => (one.event === 'meeting.ended' ? -1 : 0))],
  ])('comes to the same, %s', async (_, arrange) => {
    const at = await setting(dialect);
    at.simulator.holdPosts();
    const recordingId = await standup(at);
    await at.simulator.releasePosts(arrange);

    const session = await at.session();
    const [startedAt, endedAt] = [at.meeting.startsAt.toUTC(), at.meeting.endsAt.toUTC()];
    expect(stateOf(session)).toEqual({ kind: 'over', startedAt, endedAt });
    expect(attendanceOf(session, at.clock.now()).map(({ person, total }) => [person, total.as('minutes')])).toEqual([
      [idOf(at.meeting, ALICE), 30],
      [idOf(at.meeting, BOB), 20],
    ]);
    expect(session.recordings).toMatchObject([{ id: recordingId, status: 'ready', startedAt }]);
    expect(at.simulator.posts().every(({ answers }) => answers.every((status) => status === 200))).toBe(true);
    expect(at.log.said('error')).toEqual([]);
  });

  test('is written down once, and taken for heard when it comes again', async () => {
    const at = await setting(dialect);
    at.simulator.holdPosts();
    at.simulator.join(at.alice);
    await at.simulator.releasePosts(([started]) => (started ? [started, started, started] : []));

    expect(at.simulator.posts()[0]?.answers).toEqual([200, 200, 200]);
    expect(at.woken()).toBe(1);
  });

  test('is sent again while the store is away, and heard then', async () => {
    const at = await setting(dialect, { faults: 2 });
    at.simulator.join(at.alice);
    await at.simulator.postsSettled();

    expect(at.simulator.posts().map(({ answers }) => answers)).toEqual([[503, 503, 200], [200]]);
    expect(whoIsIn(await at.session())).toHaveLength(1);
  });

  test('is heard after the service has changed its key', async () => {
    const at = await setting(dialect);
    at.simulator.join(at.alice);
    await at.simulator.postsSettled();
    at.clock.advance({ minutes: 2 });
    at.simulator.changeKey();
    at.simulator.join(at.bob);
    await at.simulator.postsSettled();

    expect(at.simulator.posts().map(({ answers }) => answers)).toEqual([[200], [200], [200]]);
  });

  test('is asked for again while the key is not to be had, and heard then', async () => {
    const at = await setting(dialect);
    at.simulator.fault({ operation: 'get-webhook-key', play: { kind: 'status', status: 500 } });
    at.simulator.holdPosts();
    at.simulator.join(at.alice);
    const [started] = at.simulator.posts();
    const { status, headers } = await at.post(started?.body ?? '', {
      [`${PREFIX[dialect]}-signature`]: 'A'.repeat(344),
    });
    at.clock.advance({ seconds: 5 });
    await at.simulator.releasePosts();

    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(at.log.said('error')).toHaveLength(1);
    expect(whoIsIn(await at.session())).toHaveLength(1);
  });

  test('is of no use where the room is none of ours', async () => {
    const at = await setting(dialect);
    const { roomId } = await at.service.createRoom({ title: 'Somebody else’s', code: 'other' });
    const stranger = { name: 'Eve', personId: 'p-eve', preset: 'group_call_host' };
    at.simulator.join((await at.service.addParticipant(roomId, stranger)).token);
    await at.simulator.postsSettled();

    expect(at.simulator.posts().map(({ answers }) => answers)).toEqual([[200], [200]]);
    expect([at.woken(), (await at.session()).runs]).toEqual([0, []]);
  });

  const ours = PREFIX[dialect];
  const others = dialect === 'dyte' ? 'rtk' : 'dyte';
  test.each<[string, number, (post: WebhookPost) => Record<string, string>, (body: string) => string]>([
    ['heard with its signature', 200, ({ signature }) => ({ [`${ours}-signature`]: signature }), (body) => body],
    ['refused without a signature', 401, () => ({}), (body) => body],
    ['refused with a made-up one', 401, () => ({ [`${ours}-signature`]: 'A'.repeat(344) }), (body) => body],
    [
      'refused with that of another body',
      401,
      ({ signature }) => ({ [`${ours}-signature`]: signature }),
      (body) => body.replace('Standup', 'Standdown'),
    ],
    [
      'refused with the headers of the other service',
      401,
      ({ signature }) => ({ [`${others}-signature`]: signature }),
      (body) => body,
    ],
  ])('is %s', async (_, status, headersFor, change) => {
    const at = await setting(dialect);
    at.simulator.holdPosts();
    at.simulator.join(at.alice);
    const [started] = at.simulator.posts();
    if (!started) throw new Error('nothing was posted');

    expect((await at.post(change(started.body), headersFor(started))).status).toBe(status);
    expect((await at.session()).runs).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe('the address of the webhooks', () => {
  test.each(['GET', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    const { url } = await setting('realtimekit');
    const response = await fetch(url, { method });

    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test.each<[string, string | Buffer, Record<string, string>, number]>([
    ['too large', 'x'.repeat(256 * 1024 + 1), {}, 413],
    ['compressed', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415],
    ['empty', '', {}, 401],
  ])('takes no body that is %s', async (_, body, headers, status) => {
    const { url, log } = await setting('realtimekit');
    const response = await fetch(url, { method: 'POST', headers, body: body as never });

    expect(response.status).toBe(status);
    expect(log.said('error')).toEqual([]);
  });
});
