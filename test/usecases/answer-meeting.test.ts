import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type AnswerRequest, makeAnswerMeeting } from '../../src/usecases/answer-meeting.ts';
import { ACME, AGREED_AT, ALICE, BOB, berlin, CHEN, idOf, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { setStageWithMeeting } from './stage.ts';

const nine = berlin('2026-03-03T09:00');
const half = Duration.fromObject({ minutes: 30 });
const weekly = { series: { rule: { freq: 'WEEKLY', byday: ['TU'] } as const, changes: [] } };

async function setting(changes: Partial<Meeting> = {}) {
  const stage = await setStageWithMeeting(changes);
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  const answer = makeAnswerMeeting({ ...stage, wake });
  const asked: AnswerRequest = {
    workspace: ACME,
    meeting: STANDUP,
    occurrence: 'once',
    who: { user: BOB },
    is: 'ACCEPTED',
  };
  return {
    ...stage,
    answer: (changed: Partial<AnswerRequest> = {}) => answer({ ...asked, ...changed }),
    answerAt: async (occurrence = 'once', user = BOB) =>
      (await stage.seats.get(STANDUP, occurrence, idOf(stage.meeting, user))).answer,
    woken: () => woken,
  };
}

const bobsAnswer = { is: 'ACCEPTED', at: AGREED_AT, startsAt: nine.toUTC() };

test('is recorded for the start it was given for, and the meeting is planned anew', async () => {
  const { answer, answerAt, meetings, clock, woken } = await setting();
  await meetings.takeDue(clock.now(), clock.now().plus(1_000));

  expect(await answer()).toMatchObject({ ok: true, value: { is: 'ACCEPTED', meeting: { id: STANDUP } } });
  expect(await answerAt()).toEqual(bobsAnswer);
  expect([await meetings.nextDueAt(), woken()]).toEqual([clock.now(), 1]);
});

test('the same press again is one answer, and another one takes its place', async () => {
  const { answer, answerAt, clock } = await setting();
  await answer();
  clock.advance({ minutes: 1 });
  await answer();
  expect(await answerAt()).toEqual(bobsAnswer);

  await answer({ is: 'DECLINED' });
  expect(await answerAt()).toEqual({ ...bobsAnswer, is: 'DECLINED', at: clock.now() });
});

test('may come from the holder of a link', async () => {
  const { answer, answerAt, meeting } = await setting();

  expect(await answer({ who: { invitee: idOf(meeting, CHEN) } })).toMatchObject({ ok: true });
  expect(await answerAt('once', CHEN)).toMatchObject({ is: 'ACCEPTED' });
});

test('to every time of a series stands apart from one to a single run', async () => {
  const { answer, answerAt } = await setting(weekly);
  await answer({ occurrence: 'series' });
  await answer({ occurrence: '20260310T080000Z', is: 'DECLINED' });

  expect([await answerAt('series'), await answerAt('20260310T080000Z')]).toEqual([
    bobsAnswer,
    { ...bobsAnswer, is: 'DECLINED', startsAt: berlin('2026-03-10T09:00').toUTC() },
  ]);
});

describe('is refused, and nothing is recorded,', () => {
  test.each<[string, Partial<AnswerRequest>, Partial<Meeting>, string]>([
    ['for who is not invited', { who: { user: 'U0NOBODY0' as typeof BOB } }, {}, 'not-invited'],
    ['from another workspace', { workspace: ZENITH }, {}, 'not-invited'],
    ['to a meeting that is not there', { meeting: 'x' as typeof STANDUP }, {}, 'not-invited'],
    ['to a draft', {}, { status: 'draft' }, 'not-invited'],
    ['to what was taken back', {}, { status: 'withdrawn' }, 'not-invited'],
    ['to what was cancelled', {}, { status: 'cancelled' }, 'cancelled'],
    ['to a run that the series has not', { occurrence: '20260311T080000Z' }, weekly, 'moved'],
    ['to a start that is not so any more', { startsAt: nine.plus({ hours: 1 }) }, {}, 'moved'],
  ])('%s', async (_, request, changes, kind) => {
    const { answer, answerAt, woken } = await setting(changes);

    expect(await answer(request)).toMatchObject({ ok: false, problem: { kind } });
    expect([await answerAt(), await answerAt('series'), woken()]).toEqual([null, null, 0]);
  });

  test('once the meeting is over', async () => {
    const { answer, clock, meeting } = await setting();
    clock.set(meeting.endsAt);

    expect(await answer()).toEqual({ ok: false, problem: { kind: 'over' } });
  });
});

test('somebody who answers while it is being moved or cancelled is told so', async () => {
  const { answer, meetings, clock } = await setting();
  const at = nine.plus({ hours: 1 });
  await meetings.change(ACME, STANDUP, clock.now(), (meeting) => moveMeeting(meeting, at, half, clock.now()));
  expect(await answer({ startsAt: nine })).toEqual({ ok: false, problem: { kind: 'moved', startsAt: at } });

  await meetings.change(ACME, STANDUP, clock.now(), (meeting) => cancelMeeting(meeting, null, clock.now()));
  expect(await answer({ who: { user: ALICE } })).toEqual({ ok: false, problem: { kind: 'cancelled' } });
});
