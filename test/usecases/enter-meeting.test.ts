import { describe, expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import { WHOLE_SERIES } from '../../src/domain/answers.ts';
import { inviteeIdFor } from '../../src/domain/ids.ts';
import { deriveLinkKeys, type JoinLink, signJoinLink } from '../../src/domain/join-link.ts';
import { type RoomFaultKind, type RoomService, RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { makeFetchInviteFile } from '../../src/usecases/fetch-invite-file.ts';
import { makeFileFor } from '../../src/usecases/file-for.ts';
import { makeLookAtDoor } from '../../src/usecases/look-at-door.ts';
import { makeLookUpDoor } from '../../src/usecases/look-up-door.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { makeWithholdToken } from '../../src/usecases/withhold-token.ts';
import { aGuest } from '../support/a-guest.ts';
import { ALICE, BOB, berlin, CHEN, idOf, inviteeNamed, STANDUP } from '../support/a-meeting.ts';
import { BROWSER, changeStored, links, presets, rules, setStageWithMeeting } from './stage.ts';

const at = (time: string): DateTime => berlin(`2026-03-03T${time}`);
/** Bob's link, signed by somebody who has not our secret. */
const FORGED = signJoinLink(
  { meeting: STANDUP, invitee: inviteeIdFor(STANDUP, BOB), version: 1 },
  deriveLinkKeys(['x'], 'join'),
);

async function setting(now = '09:00', doorRules = rules) {
  const stage = await setStageWithMeeting();
  const { meeting, clock, seats, rooms, store } = stage;
  clock.set(at(now));
  const lookUpDoor = makeLookUpDoor({ ...stage, rules: doorRules });
  const enter = makeEnterMeeting({
    ...stage,
    lookUpDoor,
    rules: doorRules,
    ensureRoom: makeEnsureRoom(stage),
    participantToken: makeParticipantToken({ ...stage, presets }),
    withholdToken: makeWithholdToken(stage),
    sdk: 'realtimekit',
  });
  const linkOf = (user: typeof BOB) => links.urlFor(meeting, inviteeNamed(meeting, user)).split('/j/')[1] ?? '';
  return {
    ...stage,
    linkOf,
    enter: (user = BOB) => enter(linkOf(user), BROWSER),
    enterBy: (link: string) => enter(link, BROWSER),
    look: (link: string, simulated = false) => makeLookAtDoor({ ...stage, lookUpDoor, simulated })(link, true),
    file: makeFetchInviteFile({ ...stage, fileFor: makeFileFor(links, clock) }),
    seatOf: (user: typeof BOB) => seats.get(meeting.id, 'once', idOf(meeting, user)),
    room: () => rooms.get(meeting.id, 'once'),
    change: (change: object) => changeStored(store, meeting, change),
  };
}

const admitted = (token: number) => ({
  ok: true,
  value: { sdk: 'realtimekit', authToken: `token-${token}`, device: BROWSER.device },
});
const refused = (problem: object) => ({ ok: false, problem });

describe('entering', () => {
  test('hands out a token and notes when the person first came', async () => {
    const { enter, seatOf, clock } = await setting();
    expect(await enter()).toEqual(admitted(1));
    clock.advance({ minutes: 5 });
    expect(await enter()).toEqual(admitted(2));

    expect((await seatOf(BOB)).enteredAt).toEqual(at('09:00').toUTC());
  });

  test.each([
    [ALICE, true],
    [BOB, false],
  ])('by %s opens the meeting: %s', async (user, opens) => {
    const { enter, room } = await setting();
    await enter(user);

    expect((await room())?.openedAt).toEqual(opens ? at('09:00').toUTC() : null);
  });

  test('waits for the host where that is the rule', async () => {
    const { enter } = await setting('09:00', { ...rules, waitForHost: 'everyone' });

    expect(await enter(BOB)).toEqual(refused({ kind: 'waiting-for-host' }));
    expect(await enter(ALICE)).toEqual(admitted(1));
    expect(await enter(BOB)).toEqual(admitted(2));
  });

  test('opens a meeting that was moved after its host had been in', async () => {
    const { enter, change, clock } = await setting('08:45', { ...rules, waitForHost: 'everyone' });
    await enter(ALICE);
    await change({ startsAt: at('14:00').toJSDate(), endsAt: at('14:30').toJSDate(), sequence: 1 });
    clock.set(at('14:00'));

    expect(await enter(BOB)).toEqual(refused({ kind: 'waiting-for-host' }));
    expect(await enter(ALICE)).toMatchObject({ ok: true });
    expect(await enter(BOB)).toMatchObject({ ok: true });
  });

  test.each([
    ['08:00', { kind: 'too-early', opensAt: at('08:50') }],
    ['09:45', { kind: 'ended' }],
  ])('at %s is refused and asks the service for nothing', async (now, problem) => {
    const { enter, roomService, seatOf } = await setting(now);

    expect(await enter()).toEqual(refused(problem));
    expect(roomService.calls).toEqual([]);
    expect((await seatOf(BOB)).enteredAt).toBeNull();
  });

  test.each([
    ['forged', FORGED],
    ['empty', ''],
    [
      'of a meeting that is not stored',
      signed({ meeting: 'retro-with-bob-chen000', invitee: 'x'.repeat(12), version: 1 }),
    ],
  ])('by a link that is %s is refused', async (_, link) => {
    const { enterBy } = await setting();

    expect(await enterBy(link)).toEqual(refused({ kind: 'unknown-link' }));
  });

  const steps: (keyof RoomService)[] = ['createRoom', 'addParticipant'];
  test.each(
    steps.flatMap((step) => [
      [step, 'cancelled', { status: 'cancelled' }, { kind: 'cancelled' }] as const,
      [
        step,
        'moved',
        { startsAt: at('14:00').toJSDate(), endsAt: at('14:30').toJSDate() },
        { kind: 'too-early', opensAt: at('13:50') },
      ] as const,
      [step, 'left without this person', { invitees: [] }, { kind: 'not-invited' }] as const,
    ]),
  )('hands out nothing when during %s the meeting is %s', async (step, _, change, problem) => {
    const stage = await setting();
    stage.roomService.meanwhile(step, () => stage.change(change));

    expect(await stage.enter()).toEqual(refused(problem));
    expect((await stage.seatOf(BOB)).enteredAt).toBeNull();
  });

  test.each([
    [new RoomServiceFault('unavailable', 'down'), 5],
    [new RoomServiceFault('throttled', 'slow down', { retryAfterSeconds: 40 }), 40],
  ])('waits for the service after %j', async (fault, retryAfterSeconds) => {
    const { enter, roomService, log } = await setting();
    roomService.fail('createRoom', fault);

    expect(await enter()).toEqual(refused({ kind: 'room-unavailable', retryAfterSeconds }));
    expect(log.said('error')).toEqual(['nobody can be let in: the video service fails']);
    expect(await enter()).toEqual(admitted(1));
  });

  test.each<[string, 'createRoom' | 'addParticipant', RoomFaultKind]>([
    ['the key is wrong', 'createRoom', 'unauthorized'],
    ['the preset is not known', 'addParticipant', 'refused'],
  ])('is lasting trouble, which the organizer is told of once, where %s', async (_, step, kind) => {
    const { enter, roomService, log, room, meetings, clock, meeting } = await setting();
    await meetings.takeDue(clock.now(), clock.now().plus({ minutes: 5 }));
    for (const _ of [1, 2]) roomService.fail(step, new RoomServiceFault(kind, 'no'), 'before');
    const lasting = refused({ kind: 'room-unavailable', retryAfterSeconds: 300, isLasting: true });

    expect([await enter(), await meetings.nextDueAt()]).toEqual([lasting, clock.now()]);
    const [since, code] = [clock.now(), (await room())?.code];
    clock.advance({ minutes: 1 });
    expect(await enter()).toEqual(lasting);
    expect(log.lines[0]).toMatchObject({
      level: 'error',
      fields: { meeting: meeting.id, fault: kind, reference: code },
    });
    expect((await room())?.trouble).toEqual({ reason: kind, since: since.toUTC(), told: false, atDoor: true });
    await enter(ALICE);
    expect((await room())?.trouble).toBeNull();
  });

  test('many times at once adds one participant', async () => {
    const { enter, roomService } = await setting();
    const entries = await Promise.all(Array.from({ length: 10 }, () => enter()));

    expect(entries.every(({ ok }) => ok)).toBe(true);
    expect(roomService.made.map(({ participants }) => participants.length)).toEqual([1]);
  });

  test('by many people at once makes one room with one participant each', async () => {
    const { enter, roomService } = await setting();
    await Promise.all([ALICE, BOB, CHEN].map((user) => enter(user)));

    expect(roomService.made.map(({ participants }) => participants.map(({ name }) => name).sort())).toEqual([
      ['Alice', 'Bob', 'Chen'],
    ]);
  });

  test('logs who came, without link or token', async () => {
    const { enter, log, meeting, linkOf } = await setting();
    await enter();

    expect(log.lines).toEqual([
      {
        level: 'info',
        message: 'somebody is at the door',
        fields: { meeting: meeting.id, invitee: idOf(meeting, BOB), answer: 'admitted' },
      },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain(linkOf(BOB).split('.')[3]);
  });

  test('does not hide a bug', async () => {
    const { enter, roomService } = await setting();
    roomService.fail('addParticipant', new TypeError('a bug'));

    await expect(enter()).rejects.toThrow('a bug');
    expect(await enter()).toEqual(admitted(1));
  });
});

describe('a room that was removed at the service', () => {
  test('is made anew by the first who comes, and everybody meets in the new one', async () => {
    const { enter, roomService, room } = await setting();
    await enter(ALICE);
    roomService.remove('room-1');

    const entries = await Promise.all([enter(ALICE), enter(BOB), enter(CHEN)]);

    expect(entries.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(roomService.made.map(({ roomId, participants }) => [roomId, participants.length])).toEqual([
      ['room-1', 1],
      ['room-2', 3],
    ]);
    expect((await room())?.roomId).toBe('room-2');
  });
});

describe('looking at the door', () => {
  test('shows the meeting and changes nothing', async () => {
    const { look, linkOf, meeting, seats, room } = await setting();

    expect(await look(linkOf(BOB))).toEqual({
      title: 'Standup',
      answer: null,
      mayAnswer: true,
      repeats: false,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      plannedAt: meeting.startsAt,
      earlierStarts: [],
      calendar: 'file',
      sequence: 0,
      organizer: 'Alice',
      workspace: 'acme',
      invitee: 'Bob',
      role: 'guest',
      status: { kind: 'open' },
      simulated: false,
      entered: [],
    });
    expect([await seats.ofMeeting(meeting.id), await room()]).toEqual([[], null]);
  });

  test('tells how the meeting comes into this calendar, whichever run of a series is shown', async () => {
    const { look, linkOf, change, seats, meeting } = await setting();
    await change({ series: { rule: { freq: 'DAILY' }, changes: [] } });
    await seats.change(meeting.id, WHOLE_SERIES, idOf(meeting, BOB), () => ({ calendar: 'feed' }));

    expect([(await look(linkOf(BOB)))?.calendar, (await look(linkOf(CHEN)))?.calendar]).toEqual(['feed', 'file']);
  });

  test.each([
    ['08:00', BOB, { kind: 'too-early', opensAt: at('08:50') }],
    ['08:40', ALICE, { kind: 'open' }],
    ['09:45', BOB, { kind: 'ended' }],
  ])('at %s tells %s %j', async (now, user, status) => {
    const { look, linkOf } = await setting(now);

    expect((await look(linkOf(user)))?.status).toEqual(status);
  });

  test('says what entering would: also to one who was in', async () => {
    const { look, linkOf, enter, clock } = await setting();
    await enter(BOB);
    clock.set(at('10:00'));

    expect([(await look(linkOf(BOB)))?.status, (await look(linkOf(CHEN)))?.status]).toEqual([
      { kind: 'open' },
      { kind: 'ended' },
    ]);
    expect([(await enter(BOB)).ok, (await enter(CHEN)).ok]).toEqual([true, false]);
  });

  test.each([
    [true, ['Alice', 'Bob']],
    [false, []],
  ])('names those who came in a simulated room (%s): %j', async (simulated, names) => {
    const { look, linkOf, enter } = await setting();
    await enter(ALICE);
    await enter(BOB);

    expect([...((await look(linkOf(CHEN), simulated))?.entered ?? [])].sort()).toEqual(names);
  });

  test('reads the names of those who came in only where they are asked for', async () => {
    const { enter, linkOf, lookUpDoor, seats } = await setting();
    await enter(BOB);
    const look = makeLookAtDoor({ lookUpDoor, seats, links, simulated: true });

    expect([(await look(linkOf(CHEN)))?.entered, (await look(linkOf(CHEN), true))?.entered]).toEqual([[], ['Bob']]);
  });

  test('takes a name from the seat where the meeting has none, else says Guest', async () => {
    const { look, linkOf, change, meeting, seats } = await setting();
    await change({ workspaceName: '', invitees: meeting.invitees.map((invitee) => ({ ...invitee, name: null })) });
    await seats.change(meeting.id, 'once', idOf(meeting, ALICE), () => ({ name: 'Alice Adler' }));

    expect(await look(linkOf(BOB))).toMatchObject({ organizer: 'Alice Adler', invitee: 'Guest', workspace: null });
  });

  test('names a guest by mail by what stands before the @', async () => {
    const { look, change, meeting } = await setting();
    const guest = aGuest(meeting.id);
    await change({ invitees: [...meeting.invitees, guest] });
    const link = links.urlFor(meeting, guest).split('/j/')[1] ?? '';

    expect(await look(link)).toMatchObject({ invitee: 'zoe' });
  });

  test.each([FORGED, '', 'x'.repeat(10_000)])('by a link that is not ours shows nothing', async (link) => {
    expect(await (await setting()).look(link)).toBeNull();
  });
});

describe('the calendar file', () => {
  test("is the person's own, as the meeting stands", async () => {
    const { file, linkOf, change, meeting } = await setting();
    await change({ sequence: 2 });

    const fetched = await file(linkOf(BOB));
    const content = fetched?.content.replaceAll(/\r?\n[ \t]/g, '');
    expect(fetched?.filename).toBe('standup.ics');
    expect(content).toContain(`UID:${meeting.id}-${idOf(meeting, BOB)}@convene\r\n`);
    expect(content).toContain('SEQUENCE:2\r\n');
    expect(content).toContain(`${links.urlFor(meeting, inviteeNamed(meeting, BOB))}?s=2`);
  });

  test.each<[string, object]>([
    ['a cancelled meeting', { status: 'cancelled' }],
    ['a person who was taken off', { invitees: [] }],
  ])('of %s is not there', async (_, changes) => {
    const { file, linkOf, change } = await setting();
    await change(changes);

    expect(await file(linkOf(BOB))).toBeNull();
  });

  test('is not given for a link that was revoked or is not ours', async () => {
    const { file, linkOf, change, meeting } = await setting();
    await change({ invitees: meeting.invitees.map((invitee) => ({ ...invitee, linkVersion: 2 })) });

    expect([await file(linkOf(BOB)), await file(FORGED)]).toEqual([null, null]);
  });
});

function signed(link: { meeting: string; invitee: string; version: number }): string {
  return signJoinLink(link as JoinLink, deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'join'));
}
