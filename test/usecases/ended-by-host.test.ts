import { expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import { makeCloseRoom } from '../../src/usecases/close-room.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { makeHearFromRoom } from '../../src/usecases/hear-from-room.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { makeWithholdToken } from '../../src/usecases/withhold-token.ts';
import { ALICE, BOB, berlin, inviteeNamed } from '../support/a-meeting.ts';
import { plannedFor } from '../support/a-seat.ts';
import { aDelivery, BROWSER, links, mine, presets, rules, setStageWithMeeting } from './stage.ts';

/** Alice and Bob in the standup, at five past nine. */
async function inTheStandup() {
  const stage = await setStageWithMeeting();
  const { meeting, clock, rooms, seats } = stage;
  const enterBy = makeEnterMeeting({
    ...stage,
    rules,
    ensureRoom: makeEnsureRoom(stage),
    participantToken: makeParticipantToken({ ...stage, presets }),
    withholdToken: makeWithholdToken(stage),
    sdk: 'realtimekit',
  });
  const hearFromRoom = makeHearFromRoom({ ...stage, wake: () => {} });
  const enter = async (user: typeof BOB) => {
    const entry = await enterBy(links.urlFor(meeting, inviteeNamed(meeting, user)).split('/j/')[1] ?? '', BROWSER);
    return entry.ok ? 'in' : entry.problem.kind;
  };
  const room = () => rooms.get(meeting.id, 'once');
  clock.set(berlin('2026-03-03T09:05'));
  await enter(ALICE);
  await enter(BOB);
  return {
    ...stage,
    enter,
    room,
    /** That a session of the room ended is reported. */
    ended: async (byHost: boolean, at: DateTime = clock.now(), run = 'R1') => {
      const event = { kind: 'ended', run, at, ...(byHost && { byHost }) } as const;
      await hearFromRoom(null, { roomId: (await room())?.roomId ?? '', events: [event] });
    },
    /** Closes the room, where its end is what the meeting calls for now. */
    close: async () => {
      const all = plannedFor(meeting, await seats.ofMeeting(meeting.id), await rooms.ofMeeting(meeting.id));
      const { cause = '' } = all.find(({ kind }) => kind === 'close-room') ?? {};
      return makeCloseRoom(stage)(aDelivery(meeting, 'close-room', null, { cause }), mine);
    },
  };
}

test('when everybody drops out they may all come back', async () => {
  const { ended, enter, clock } = await inTheStandup();
  clock.advance({ minutes: 1 });
  await ended(false);

  expect([await enter(BOB), await enter(ALICE)]).toEqual(['in', 'in']);
});

test('what a host ended for all is shut to the others until a host comes in again', async () => {
  const { ended, enter, clock, roomService, close, meetings } = await inTheStandup();
  clock.advance({ minutes: 5 });
  await ended(true);

  expect(await enter(BOB)).toBe('ended');
  expect([await close(), roomService.made[0]?.isOpen]).toEqual([{ kind: 'done' }, false]);
  clock.advance({ minutes: 1 });
  expect(await enter(ALICE)).toBe('in');
  expect([roomService.made[0]?.isOpen, await meetings.nextDueAt()]).toEqual([true, clock.now()]);
  expect(await enter(BOB)).toBe('in');
});

test('what was reopened is closed and emptied again when it is ended again', async () => {
  const { ended, enter, clock, roomService, close } = await inTheStandup();
  const kicks = () => roomService.calls.filter((call) => call === 'kickAll').length;
  for (const run of ['R1', 'R2']) {
    clock.advance({ minutes: 1 });
    await ended(true, clock.now(), run);
    await close();
    expect([await enter(BOB), roomService.made[0]?.isOpen]).toEqual(['ended', false]);
    clock.advance({ minutes: 1 });
    await enter(ALICE);
  }

  expect([kicks(), await enter(BOB)]).toEqual([2, 'in']);
});

test.each<[string, number]>([
  ['a report that comes twice', 2],
  ['a report that comes when a host is in again already', 1],
])('%s does not close what was reopened', async (_, times) => {
  const { ended, enter, clock } = await inTheStandup();
  clock.advance({ minutes: 5 });
  const at = clock.now();
  if (times > 1) await ended(true, at);
  clock.advance({ minutes: 1 });
  await enter(ALICE);
  clock.advance({ minutes: 1 });
  await ended(true, at);

  expect(await enter(BOB)).toBe('in');
});

test('a host who looks in before the start, and ends that for all, has ended nothing', async () => {
  const { ended, enter } = await inTheStandup();
  await ended(true, berlin('2026-03-03T08:50'));

  expect(await enter(BOB)).toBe('in');
});
