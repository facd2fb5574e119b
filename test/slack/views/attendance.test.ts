import { expect, test } from '@jest/globals';
import type { AttendanceNote } from '../../../src/domain/attendance-note.ts';
import { attendance } from '../../../src/slack/views/attendance.ts';
import { BOB, berlin, CHEN } from '../../support/a-meeting.ts';

const startsAt = berlin('2026-03-03T09:00');
const reader = { zone: 'Europe/Berlin', locale: 'en-US' };
const party = (user: string) => ({ user, email: null, name: null }) as AttendanceNote['missing'][number];
const bob = { who: party(BOB), minutesLate: 0, minutesEarly: 0 };
const chen = { who: party(CHEN), minutesLate: 5, minutesEarly: 61 };

test.each<[string, Partial<AttendanceNote>, string]>([
  [
    'two others',
    { came: [bob, chen] },
    'You and 2 others came.\n*Came besides you*\n• <@U0BOB0000>\n• <@U0CHEN000> (5 minutes late, left 1 hour 1 minute early)',
  ],
  ['one other', { came: [bob] }, 'You and one other came.\n*Came besides you*\n• <@U0BOB0000>'],
  [
    'nobody else, though one had said yes',
    { missing: [party(CHEN)] },
    'Nobody came besides you.\n*Said yes but were not seen*\n• <@U0CHEN000>',
  ],
  [
    'others without the organizer',
    { came: [bob], organizerCame: false },
    'One person came. You were not seen there yourself.\n*Came*\n• <@U0BOB0000>',
  ],
  [
    'two without the organizer',
    { came: [bob, { ...bob, who: party(CHEN) }], organizerCame: false },
    '2 people came. You were not seen there yourself.\n*Came*\n• <@U0BOB0000>\n• <@U0CHEN000>',
  ],
])('the organizer reads of %s', (_, changes, text) => {
  const note: AttendanceNote = { came: [], organizerCame: true, missing: [], held: null, ...changes };
  const said = attendance({ kind: 'attendance', title: 'Standup', startsAt, note, reader });

  expect(said.text).toBe(`*Standup* is over. ${text}`);
});
