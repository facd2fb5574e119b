import { expect, test } from '@jest/globals';

import { awaitsChoice, chooseStart, discardDraft, type Question, sendDraft } from '../../src/domain/draft.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { AGREED_AT, aMeeting, berlin } from '../support/a-meeting.ts';
import { plannedFor } from '../support/a-seat.ts';

const morning = berlin('2026-03-03T07:00');
const evening = berlin('2026-03-03T19:00');
const seven: Question = { kind: 'seven', alternatives: [morning, evening] };
const crowd: Question = { kind: 'many-people', count: 12 };

const aDraft = (changes: Partial<Meeting> = {}): Meeting =>
  aMeeting({
    status: 'draft',
    startsAt: morning,
    endsAt: morning.plus({ minutes: 30 }),
    questions: [seven, crowd],
    ...changes,
  });

test('nothing is planned from a draft', () => {
  expect(plannedFor(aDraft())).toEqual([]);
});

test('a draft cannot be sent while a time has to be chosen', () => {
  expect(sendDraft(aDraft(), AGREED_AT)).toEqual({ ok: false, problem: { kind: 'choose-first' } });
});

test('choosing a start answers the question that offered it, and keeps the length and the zone', () => {
  expect(chooseStart(aDraft(), evening.toUTC())).toEqual({
    ok: true,
    value: aDraft({ startsAt: evening, endsAt: evening.plus({ minutes: 30 }), questions: [crowd] }),
  });
});

test('a start that was not offered is no choice', () => {
  expect(chooseStart(aDraft(), berlin('2026-03-03T20:00'))).toEqual({ ok: false, problem: { kind: 'not-a-choice' } });
});

test('a draft whose questions need no choice is sent as it was shown', () => {
  expect(sendDraft(aDraft({ questions: [crowd] }), AGREED_AT)).toEqual({
    ok: true,
    value: aDraft({ status: 'scheduled', questions: [] }),
  });
});

test('sending twice is sending once', () => {
  const sent = aDraft({ status: 'scheduled', questions: [] });

  const again = sendDraft(sent, AGREED_AT);

  expect(again.ok && again.value).toBe(sent);
});

test('a draft whose time has gone by meanwhile is not sent', () => {
  const draft = aDraft({ questions: [crowd] });

  expect(sendDraft(draft, morning.plus({ minutes: 1 }))).toEqual({
    ok: false,
    problem: { kind: 'starts-in-the-past', startsAt: morning },
  });
});

test('a discarded draft is neither sent nor changed', () => {
  const discarded = discardDraft(aDraft());

  expect(discarded).toEqual(aDraft({ status: 'discarded', questions: [] }));
  expect(sendDraft(discarded, AGREED_AT)).toEqual({ ok: false, problem: { kind: 'discarded' } });
  expect(chooseStart(discarded, evening)).toEqual({ ok: false, problem: { kind: 'discarded' } });
});

test('what was sent cannot be discarded, nor moved by a choice that was open before', () => {
  const sent = aMeeting();

  expect(discardDraft(sent)).toBe(sent);
  expect(chooseStart(sent, evening)).toEqual({ ok: true, value: sent });
});

test.each<[string, Question, boolean]>([
  ['a past time', { kind: 'past', alternatives: [evening] }, true],
  ['seven o’clock', seven, true],
  ['next monday', { kind: 'next-weekday', alternatives: [morning, evening] }, true],
  ['a date that can be taken two ways', { kind: 'numeric-date', alternatives: [morning, evening] }, true],
  ['an hour that does not exist', { kind: 'gap', alternatives: [morning] }, false],
  ['an hour that comes twice', { kind: 'twice', alternatives: [morning] }, false],
  ['a name nobody knows', { kind: 'unknown-names', names: ['joe'] }, false],
  ['many people', crowd, false],
])('%s has to be chosen: %p %p', (_what, question, expected) => {
  expect(awaitsChoice(aDraft({ questions: [question] }))).toBe(expected);
});
