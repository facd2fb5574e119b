import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelFollowing, cancelMeeting, cancelOccurrence } from '../../src/domain/changes/cancel.ts';
import { changedBy } from '../../src/domain/changes/changed.ts';
import { extend, reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { changeRole, handOver, invitePeople, replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import { ok } from '../../src/domain/result.ts';
import { heard } from '../../src/domain/session.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, BOB, berlin, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { RULES } from '../support/a-seat.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const half = Duration.fromObject({ minutes: 30 });
const ten = berlin('2026-03-03T10:00');
const nine = berlin('2026-03-03T09:00');
const weekly = { series: { rule: { freq: 'WEEKLY', byday: ['TU'] } as const, changes: [] } };
const SECOND = '20260310T080000Z';

type Stage = Awaited<ReturnType<typeof setOutgoingStage>>;
const told = (stage: Stage, user = BOB) => stage.noticesOf(user).map(({ news, scope }) => `${news} ${scope}`);
const states = (stage: Stage, user = BOB) => stage.cardsOf(user).map(({ card }) => card.state);

describe('a meeting of one day', () => {
  test('moved: the card shows the new time, and one notice brings a new file', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    stage.clock.advance({ minutes: 5 });
    await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    await stage.quiet();

    for (const user of [ALICE, BOB, CHEN]) {
      expect(stage.cardsOf(user).map(({ card }) => card.startsAt.toMillis())).toEqual([ten.toMillis()]);
      expect(stage.noticesOf(user)).toMatchObject([{ news: 'moved', scope: 'meeting', hasFile: true }]);
      expect(stage.filesOf(user).map(({ id }) => id)).toHaveLength(2);
    }
    const seat = await stage.seatOf(BOB);
    expect(seat.knows?.startsAt.toMillis()).toBe(ten.toMillis());
    expect([seat.earlier.files.length, seat.earlier.notices.length, seat.file?.sequence]).toEqual([1, 1, 1]);
  });

  test('moved by a host: the notice of whoever did it says so', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.change((meeting) => {
      const moved = moveMeeting(meeting, ten, half, stage.clock.now());
      return moved.ok ? ok(changedBy(BOB, meeting, moved.value)) : moved;
    });
    await stage.quiet();

    expect([ALICE, BOB, CHEN].flatMap(stage.noticesOf).map(({ isByReader }) => isByReader)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('moved there and back before anybody was told: nobody hears of it, and the card is as it was', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    await stage.change((meeting) => moveMeeting(meeting, nine, half, stage.clock.now()));
    await stage.quiet();

    expect(told(stage)).toEqual([]);
    expect(stage.messenger.edits).toEqual([]);
  });

  test('moved several times in a burst: one edit and one notice, with the last time', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    for (const hour of [10, 11, 12]) {
      const at = berlin(`2026-03-03T${hour}:00`);
      await stage.change((meeting) => moveMeeting(meeting, at, half, stage.clock.now()));
    }
    await stage.quiet();

    expect(stage.messenger.edits).toHaveLength(3);
    expect(stage.noticesOf(BOB).map(({ before, startsAt }) => [before.toMillis(), startsAt.toMillis()])).toEqual([
      [nine.toMillis(), berlin('2026-03-03T12:00').toMillis()],
    ]);
  });

  test('moved while everything is being sent: nobody is left with the old time', async () => {
    const stage = await setOutgoingStage();
    const move = () => stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    stage.messenger.meanwhile('post', move);
    await stage.quiet();

    for (const user of [ALICE, BOB, CHEN]) {
      expect(stage.cardsOf(user).map(({ card }) => card.startsAt.toMillis())).toEqual([ten.toMillis()]);
    }
  });

  test('cancelled: no join button stays, the reason stands there, and one notice says so', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.change((meeting) => cancelMeeting(meeting, 'Sick', stage.clock.now()));
    await stage.quiet();

    expect(stage.cardsOf(BOB)).toMatchObject([{ card: { state: 'cancelled', reason: 'Sick' }, joinUrl: null }]);
    expect(stage.noticesOf(BOB)).toMatchObject([{ news: 'cancelled', reason: 'Sick', hasFile: false }]);
    expect(stage.filesOf(BOB)).toHaveLength(1);
  });

  test('cancelled before anything was sent: nothing is', async () => {
    const stage = await setOutgoingStage();
    await stage.change((meeting) => cancelMeeting(meeting, null, stage.clock.now()));
    await stage.quiet();

    expect(stage.messenger.sent).toEqual([]);
  });

  test('taken off: that card is closed, and what comes later is not shown to them', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.change((meeting) => takeOff(meeting, idOf(meeting, BOB), stage.clock.now()));
    await stage.quiet();
    expect(stage.cardsOf(BOB)).toMatchObject([{ card: { state: 'taken-off' }, joinUrl: null }]);
    expect(told(stage)).toEqual(['taken-off meeting']);

    const words = { title: 'Layoffs', notes: null };
    await stage.change((meeting) => reword(meeting, words, stage.clock.now()));
    await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    await stage.quiet();
    expect(JSON.stringify(stage.messenger.sent.filter(({ channel }) => channel === `D-${BOB}`))).not.toContain(
      'Layoffs',
    );
    expect(told(stage)).toEqual(['taken-off meeting']);
    expect(told(stage, CHEN)).toEqual(['moved meeting']);
  });

  test('invited again: the same card comes back under a new link, with a notice and a new file', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    const now = stage.clock.now();
    await stage.change((meeting) => takeOff(meeting, idOf(meeting, BOB), now));
    await stage.quiet();
    await stage.change((meeting) => invitePeople(meeting, [{ user: BOB, name: 'Bob' }], now));
    await stage.quiet();

    expect(stage.cardsOf(BOB)).toMatchObject([{ card: { state: 'upcoming', linkVersion: 2 } }]);
    expect(told(stage)).toEqual(['taken-off meeting', 'back meeting']);
    expect(stage.filesOf(BOB)).toHaveLength(2);
    await stage.change((meeting) => takeOff(meeting, idOf(meeting, BOB), now));
    await stage.quiet();
    expect(told(stage)).toEqual(['taken-off meeting', 'back meeting', 'taken-off meeting']);
  });

  test('a replaced link reaches its owner in the same card and a new file, without a notice', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.change((meeting) => replaceLink(meeting, idOf(meeting, BOB), stage.clock.now()));
    await stage.quiet();

    expect([stage.cardsOf(BOB).length, stage.filesOf(BOB).length, told(stage)]).toEqual([1, 2, []]);
  });

  test('an end that moves, a new title and new roles change the card and say nothing', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    const now = stage.clock.now();
    await stage.change((meeting) => extend(meeting, 'once', half, now));
    await stage.change((meeting) => reword(meeting, { title: 'Weekly', notes: 'Bring cake' }, now));
    await stage.change((meeting) => changeRole(meeting, idOf(meeting, CHEN), 'host', now));
    await stage.change((meeting) => handOver(meeting, BOB, now));
    await stage.quiet();

    const end = berlin('2026-03-03T10:00').toMillis();
    const shown = [ALICE, BOB, CHEN].map((user) => stage.cardsOf(user).map(({ card }) => [card.reader, card.title]));
    expect(shown).toEqual([[['host', 'Weekly']], [['organizer', 'Weekly']], [['host', 'Weekly']]]);
    expect(stage.cardsOf(CHEN)[0]?.card.endsAt.toMillis()).toBe(end);
    expect([told(stage), stage.filesOf(BOB).length]).toEqual([[], 1]);
  });

  test('begins and ends: the cards say so by themselves, and the button goes when the door closes', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    expect(await stage.meetings.nextDueAt()).toEqual(nine.toUTC());
    stage.clock.set(nine);
    await stage.quiet();
    expect(states(stage)).toEqual(['live']);

    const closing = nine.plus(half).plus(RULES.closesAfter);
    expect((await stage.meetings.nextDueAt())?.toMillis()).toBe(closing.toMillis());
    stage.clock.set(closing);
    await stage.quiet();
    expect(stage.cardsOf(BOB)).toMatchObject([{ card: { state: 'over' }, joinUrl: null }]);
  });

  test('ended for all: the cards say so at once', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    stage.clock.set(nine.plus({ minutes: 5 }));
    await stage.rooms.change(STANDUP, 'once', () => ({ endedAt: stage.clock.now() }));
    await stage.meetings.replan(STANDUP, stage.clock.now());
    await stage.quiet();

    expect(states(stage)).toEqual(['over']);
  });
});

test('who comes and goes is shown to the organizer, at most every twenty seconds', async () => {
  const stage = await setOutgoingStage();
  await stage.quiet();
  stage.clock.set(nine);
  await stage.quiet();
  const shows = () => stage.cardsOf(ALICE)[0]?.card.inside;
  const come = async (user: typeof BOB, kind: 'joined' | 'left') => {
    const event = { kind, run: 'R1', peer: user, person: idOf(stage.meeting, user), at: stage.clock.now() } as const;
    await stage.sessions.change(STANDUP, 'once', (session) => heard(session, event));
    await stage.meetings.replan(STANDUP, stage.clock.now());
    await stage.quiet();
  };
  const edits = stage.messenger.edits.length;

  await come(BOB, 'joined');
  stage.clock.advance({ seconds: 5 });
  await come(CHEN, 'joined');
  expect([shows(), stage.messenger.edits.length - edits]).toEqual([[], 0]);
  stage.clock.advance({ seconds: 15 });
  await stage.quiet();
  expect([shows(), stage.messenger.edits.length - edits]).toEqual([['Bob', 'Chen'], 1]);

  await come(BOB, 'left');
  stage.clock.advance({ seconds: 20 });
  await stage.quiet();
  expect([shows(), stage.messenger.edits.length - edits]).toEqual([['Chen'], 2]);
});

describe('answers', () => {
  const accept = { workspace: ACME, meeting: STANDUP, occurrence: 'once', who: { user: BOB }, is: 'ACCEPTED' } as const;

  test('mark the own card and are counted on the organizer’s, and nobody else’s is touched', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.answer(accept);
    await stage.quiet();

    expect(stage.messenger.edits.map(({ channel }) => channel).sort()).toEqual([`D-${ALICE}`, `D-${BOB}`]);
    expect(stage.cardsOf(BOB)[0]?.card.answer).toBe('ACCEPTED');
    expect(stage.cardsOf(ALICE)[0]?.card.answers).toMatchObject({ ACCEPTED: { count: 1 }, open: { count: 1 } });
  });

  test('count no more when the meeting has moved', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.answer(accept);
    await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    await stage.quiet();

    expect(stage.cardsOf(BOB)[0]?.card.answer).toBeNull();
    expect(stage.cardsOf(ALICE)[0]?.card.answers).toMatchObject({ ACCEPTED: { count: 0 }, open: { count: 2 } });
  });
});

describe('a series', () => {
  test('shows the next run, and after it the one behind it', async () => {
    const stage = await setOutgoingStage(weekly);
    await stage.quiet();
    stage.clock.set(nine.plus(half).plus(RULES.closesAfter));
    await stage.quiet();

    expect(stage.cardsOf(BOB)).toMatchObject([{ card: { state: 'upcoming', occurrence: SECOND } }]);
  });

  test('one run moved, and then cancelled: told of that one, without a file', async () => {
    const stage = await setOutgoingStage(weekly);
    await stage.quiet();
    const at = berlin('2026-03-11T09:00');
    await stage.change((meeting) => moveOccurrence(meeting, SECOND, at, half, stage.clock.now()));
    await stage.quiet();
    expect(stage.noticesOf(BOB)).toMatchObject([{ news: 'moved', scope: 'one', hasFile: false }]);

    await stage.change((meeting) => cancelOccurrence(meeting, SECOND, null, stage.clock.now()));
    await stage.quiet();
    expect(told(stage)).toEqual(['moved one', 'cancelled one']);
    expect(stage.noticesOf(BOB)[1]?.before.toMillis()).toBe(at.toMillis());
    expect(stage.filesOf(BOB)).toHaveLength(1);
  });

  test('moved as a whole after one run was moved: one notice, of the series', async () => {
    const stage = await setOutgoingStage(weekly);
    await stage.quiet();
    const now = stage.clock.now();
    await stage.change((meeting) => moveOccurrence(meeting, SECOND, berlin('2026-03-11T09:00'), half, now));
    await stage.quiet();
    await stage.change((meeting) => moveMeeting(meeting, berlin('2026-03-04T10:00'), half, now));
    await stage.quiet();

    expect(told(stage)).toEqual(['moved one', 'moved series']);
    expect(stage.filesOf(BOB)).toHaveLength(2);
    expect(stage.cardsOf(BOB)[0]?.card.startsAt.toMillis()).toBe(berlin('2026-03-04T10:00').toMillis());
  });

  test('ended early and cancelled: each is told once', async () => {
    const stage = await setOutgoingStage(weekly);
    await stage.quiet();
    await stage.change((meeting) => cancelFollowing(meeting, '20260324T080000Z', null, stage.clock.now()));
    await stage.quiet();
    await stage.change((meeting) => cancelMeeting(meeting, null, stage.clock.now()));
    await stage.quiet();

    expect(told(stage)).toEqual(['lasts-until series', 'cancelled series']);
    expect(states(stage)).toEqual(['cancelled']);
  });

  test('somebody who is invited after a run was moved is told nothing besides the card', async () => {
    const stage = await setOutgoingStage({
      ...weekly,
      invitees: (await setOutgoingStage()).meeting.invitees.slice(0, 2),
    });
    await stage.quiet();
    const now = stage.clock.now();
    await stage.change((meeting) => moveOccurrence(meeting, SECOND, berlin('2026-03-11T09:00'), half, now));
    await stage.change((meeting) => invitePeople(meeting, [{ user: CHEN, name: 'Chen' }], now));
    await stage.quiet();

    expect([told(stage, BOB), told(stage, CHEN)]).toEqual([['moved one'], []]);
  });
});

describe('taken back', () => {
  const alice = { workspace: ACME, user: ALICE };

  test('every message and file goes, those of earlier changes too', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    await stage.quiet();
    expect((await stage.undo(alice, STANDUP)).ok).toBe(true);
    await stage.quiet();

    expect([stage.messenger.sent, stage.messenger.shared]).toEqual([[], []]);
    expect(await stage.seatOf(BOB)).toMatchObject({ card: null, file: null, earlier: { notices: [], files: [] } });
  });

  test('while the invitations are being sent: nothing of it stays', async () => {
    const stage = await setOutgoingStage();
    stage.messenger.meanwhile('post', async () => void (await stage.undo(alice, STANDUP)));
    await stage.quiet();

    expect([stage.messenger.sent, stage.messenger.shared]).toEqual([[], []]);
  });

  test('a card that arrived unseen before is found and removed', async () => {
    const stage = await setOutgoingStage({ invitees: (await setOutgoingStage()).meeting.invitees.slice(0, 1) });
    stage.messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');
    await stage.quiet();
    expect(stage.messenger.sent).toHaveLength(1);
    await stage.undo(alice, STANDUP);
    stage.clock.advance({ minutes: 1 });
    await stage.quiet();

    expect(stage.messenger.sent).toEqual([]);
  });

  test('is only for its organizer', async () => {
    const stage = await setOutgoingStage();

    expect(await stage.undo({ ...alice, user: BOB }, STANDUP)).toEqual({
      ok: false,
      problem: { kind: 'not-allowed', verb: 'undo' },
    });
    expect((await stage.present()).status).toBe('scheduled');
  });
});

describe('faults', () => {
  test('a card that cannot be edited is given up once, and the organizer is told', async () => {
    const stage = await setOutgoingStage();
    await stage.quiet();
    const { update } = stage.messenger;
    let refused = 0;
    stage.messenger.update = async (workspace, at, message) => {
      if (at.channel !== `D-${BOB}`) return update(workspace, at, message);
      refused += 1;
      throw new ChatFault('refused', 'cant_update_message');
    };
    await stage.change((meeting) => reword(meeting, { title: 'New', notes: null }, stage.clock.now()));
    await stage.quiet();

    expect(refused).toBe(1);
    expect(stage.cardsOf(ALICE)[0]?.card).toMatchObject({
      title: 'New',
      unreached: [{ who: { user: BOB }, unreached: { what: 'card', reason: 'cant_update_message' } }],
    });
    expect([stage.cardsOf(BOB)[0]?.card.title, stage.cardsOf(CHEN)[0]?.card.title]).toEqual(['Standup', 'New']);
  });

  test('a notice that arrived unseen and is not so any more is taken for told', async () => {
    const stage = await setOutgoingStage({ invitees: (await setOutgoingStage()).meeting.invitees.slice(0, 1) });
    await stage.quiet();
    await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
    stage.messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');
    await stage.quiet();
    await stage.change((meeting) => moveMeeting(meeting, nine, half, stage.clock.now()));
    stage.clock.advance({ minutes: 1 });
    await stage.quiet();

    const moves = stage.noticesOf(ALICE).map(({ before, startsAt }) => [before.toMillis(), startsAt.toMillis()]);
    expect(moves).toEqual([
      [nine.toMillis(), ten.toMillis()],
      [ten.toMillis(), nine.toMillis()],
    ]);
  });

  test('Resend brings it to those who could not be reached, once for each press', async () => {
    const stage = await setOutgoingStage();
    stage.messenger.fail('openConversation', new ChatFault('unreachable', 'user_not_visible'));
    await stage.quiet();
    stage.clock.advance({ seconds: 10 });
    await stage.quiet();
    const lost = [ALICE, BOB, CHEN].filter((user) => stage.cardsOf(user).length === 0);
    expect(lost).toHaveLength(1);

    const press = { workspace: ACME, meeting: STANDUP, user: ALICE, press: '1.5' };
    expect(await stage.resend({ ...press, user: 'U0NOBODY0' as typeof ALICE })).toMatchObject({ ok: false });
    expect(await stage.resend(press)).toMatchObject({ ok: true, value: [{ user: lost[0] }] });
    expect(await stage.resend(press)).toEqual({ ok: false, problem: { kind: 'nobody-left' } });
    await stage.quiet();

    expect([ALICE, BOB, CHEN].map((user) => stage.cardsOf(user).length)).toEqual([1, 1, 1]);
  });
});
