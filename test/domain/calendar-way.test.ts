import { expect, test } from '@jest/globals';
import type { CalendarChoice } from '../../src/domain/calendar-choice.ts';
import { calendarWayOf } from '../../src/domain/calendar-way.ts';
import { mailTruthOf } from '../../src/domain/mailed.ts';
import type { Seat } from '../../src/domain/seat.ts';
import { AGREED_AT, aMeeting, BOB, inviteeNamed } from '../support/a-meeting.ts';
import { aSeat, unreachedAt } from '../support/a-seat.ts';

const meeting = aMeeting();
const bob = inviteeNamed(meeting, BOB);
const guest = { email: 'gina@example.org' };
const mailed = mailTruthOf(meeting, bob, 'once');
const unreached = unreachedAt(AGREED_AT, { what: 'mail' });

test.each<[string, { email: string | null } | null, Partial<Seat>, CalendarChoice]>([
  ['somebody in Slack', bob, {}, 'file'],
  ['a visitor', null, {}, 'file'],
  ['who chose the feed', bob, { calendar: 'feed' }, 'feed'],
  ['who chose mail', bob, { calendar: 'mail' }, 'mail'],
  ['a guest', guest, { mailed }, 'mail'],
  ['a guest whose mail is on its way', guest, {}, 'mail'],
  ['a guest whose mail is late', guest, { unreached: { ...unreached, final: false } }, 'mail'],
  ['a guest to whom no mail gets', guest, { unreached }, 'file'],
  ['a guest to whom mails got before', guest, { mailed, unreached }, 'mail'],
  ['a guest who only got no code', guest, { unreached: { ...unreached, what: 'code' } }, 'mail'],
])('the calendar of %s', (_, person, seat, way) => {
  expect(calendarWayOf(person, aSeat(meeting, BOB, seat))).toBe(way);
});
