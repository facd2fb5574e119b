import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { awaitsChoice, chooseStart, discardDraft, isOpen, type Question, sendDraft } from '../../src/domain/draft.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { AGREED_AT, aMeeting, berlin } from '../support/a-meeting.ts';
import { plannedFor } from '../support/a-seat.ts';

const HALF_A_MINUTE = Duration.fromObject({ seconds: 30 });
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
  expect(sendDraft(aDraft(), HALF_A_MINUTE, AGREED_AT)).toEqual({ ok: false, problem: { kind: 'choose-first' } });
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

test.each<[string, Question, number]>([
  ['for many people, so that it can be taken back', crowd, 30],
  ['at once where few are asked', { kind: 'unknown-names', names: ['joe'] }, 0],
])('a draft whose questions need no choice is sent as it was shown, %s', (_, question, seconds) => {
  const now = AGREED_AT.plus({ minutes: 5 });

  expect(sendDraft(aDraft({ questions: [question] }), HALF_A_MINUTE, now)).toEqual({
    ok: true,
    value: aDraft({ status: 'scheduled', questions: [], changedAt: now, sendsAt: now.plus({ seconds }) }),
  });
});

const past: Question = { kind: 'past', alternatives: [evening] };
const earlier = { startsAt: AGREED_AT.minus({ hours: 1 }), endsAt: AGREED_AT.minus({ minutes: 30 }) };
const atOnce = { startsAt: AGREED_AT, endsAt: AGREED_AT.plus({ minutes: 30 }) };

test.each<[string, Partial<Meeting>, boolean]>([
  ['to come', { questions: [crowd] }, true],
  ['whose time is past', { ...earlier, createdAt: earlier.startsAt.minus({ hours: 1 }), questions: [crowd] }, false],
  ['whose time is past, but not the one to choose', { ...earlier, questions: [past] }, true],
  ['for the moment at which it was asked for', { ...atOnce, questions: [crowd] }, true],
])('a draft %s: can it still be sent?', (_, changes, expected) => {
  expect(isOpen(aDraft(changes), AGREED_AT.plus({ minutes: 20 }))).toBe(expected);
});

test('what was to start at once starts when it is sent, and is as long', () => {
  const startsAt = AGREED_AT.setZone('Europe/Berlin');
  const draft = aDraft({ startsAt, endsAt: startsAt.plus({ minutes: 30 }), questions: [crowd] });
  const sent = sendDraft(draft, HALF_A_MINUTE, AGREED_AT.plus({ minutes: 5, seconds: 20 }));

  expect(sent.ok && [sent.value.startsAt.toISO(), sent.value.endsAt.toISO()]).toEqual([
    '2026-03-02T10:05:00.000+01:00',
    '2026-03-02T10:35:00.000+01:00',
  ]);
});

test('sending twice is sending once', () => {
  const sent = aDraft({ status: 'scheduled', questions: [] });

  const again = sendDraft(sent, HALF_A_MINUTE, AGREED_AT);

  expect(again.ok && again.value).toBe(sent);
});

test('a draft whose time has gone by meanwhile is not sent', () => {
  const draft = aDraft({ questions: [crowd] });

  expect(sendDraft(draft, HALF_A_MINUTE, morning.plus({ minutes: 1 }))).toEqual({
    ok: false,
    problem: { kind: 'starts-in-the-past', startsAt: morning },
  });
});

test('a discarded draft is neither sent nor changed', () => {
  const discarded = discardDraft(aDraft());

  expect(discarded).toEqual(aDraft({ status: 'discarded', questions: [] }));
  expect(sendDraft(discarded, HALF_A_MINUTE, AGREED_AT)).toEqual({ ok: false, problem: { kind: 'discarded' } });
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
  ['a day in another language', { kind: 'other-language', alternatives: [morning] }, true],
  ['an hour that does not exist', { kind: 'gap', alternatives: [morning] }, false],
  ['an hour that comes twice', { kind: 'twice', alternatives: [morning] }, false],
  ['a name nobody knows', { kind: 'unknown-names', names: ['joe'] }, false],
  ['many people', crowd, false],
])('%s has to be chosen: %p %p', (_what, question, expected) => {
  expect(awaitsChoice(aDraft({ questions: [question] }))).toBe(expected);
});
