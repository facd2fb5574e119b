import { expect, test } from '@jest/globals';
import type { Jump } from '../../../src/sandbox/page/contract.ts';
import { type JumpProblem, planJump } from '../../../src/sandbox/page/jump.ts';

const at = (text: string) => Date.parse(text);
const meeting = (startsAt: string) => ({ title: 'Standup', startsAt: at(startsAt) });

/** Friday noon in Berlin; the clocks go forward on Sunday. */
const now = at('2026-03-27T12:00:00+01:00');
const clock = { now, nextMeeting: meeting('2026-03-27T15:00:00+01:00') };

test.each<[Jump, string]>([
  [{ to: 'before-next-meeting' }, '2026-03-27T14:55:00+01:00'],
  [{ to: 'later', minutes: 15 }, '2026-03-27T12:15:00+01:00'],
  [{ to: 'next-morning' }, '2026-03-28T08:00:00+01:00'],
  [{ to: 'local-time', at: '2026-03-30T09:00' }, '2026-03-30T09:00:00+02:00'],
])('%j leads from Friday noon to %s', (jump, expected) => {
  expect(planJump(jump, clock, 'Europe/Berlin')).toEqual({ ok: true, value: at(expected) });
});

test('reads local times in the zone of the person who asks', () => {
  expect(planJump({ to: 'next-morning' }, clock, 'Asia/Tokyo')).toEqual({
    ok: true,
    value: at('2026-03-28T08:00:00+09:00'),
  });
});

test.each<[string, Jump, typeof clock | { now: number; nextMeeting: null }, JumpProblem]>([
  ['no meeting', { to: 'before-next-meeting' }, { now, nextMeeting: null }, 'no_meeting'],
  [
    'five minutes already',
    { to: 'before-next-meeting' },
    { now, nextMeeting: meeting('2026-03-27T12:05:00+01:00') },
    'meeting_too_close',
  ],
  ['this very minute', { to: 'local-time', at: '2026-03-27T12:00' }, clock, 'in_the_past'],
  ['no such day', { to: 'local-time', at: '2026-02-30T09:00' }, clock, 'not_a_time'],
  ['no such form', { to: 'local-time', at: 'tomorrow' }, clock, 'not_a_time'],
  ['more than a year', { to: 'local-time', at: '2027-03-28T09:00' }, clock, 'too_far'],
])('refuses: %s', (_why, jump, from, problem) => {
  expect(planJump(jump, from, 'Europe/Berlin')).toEqual({ ok: false, problem });
});
