import { expect, test } from '@jest/globals';
import type { ChangeMessage } from '../../../src/ports/messenger.ts';
import { changeNotice } from '../../../src/slack/views/change-notice.ts';
import { changeMessage } from '../../support/a-card.ts';

const rule = { freq: 'WEEKLY', byday: ['TU'], until: '2026-12-20' } as const;
const old = 'Tue, March 3, 2026, 3:00 AM (America/New_York)';
const now = 'Tue, March 3, 2026, 4:00 AM–4:30 AM (America/New_York)';

test.each<[Partial<ChangeMessage>, string]>([
  [
    {},
    `:calendar: “Standup” has moved: *${old}* is now *${now}*.\nPlease remove the old entry from your calendar; the new calendar file follows.`,
  ],
  [
    { scope: 'one', hasFile: false },
    `:calendar: One “Standup” has moved: *${old}* is now *${now}*.\nYour calendar does not know it: please move this one there, too.`,
  ],
  [
    { scope: 'series', rule },
    `:calendar: The series “Standup” has moved: it is every Tuesday, until December 20, 2026 now, next *${now}*.\nPlease remove the old entry from your calendar; the new calendar file follows.`,
  ],
  [
    { news: 'cancelled', reason: 'Sick & <tired>', hasFile: false },
    `:no_entry: “Standup” on *${old}* is cancelled. Reason: Sick &amp; &lt;tired&gt;\nIf it stands in your calendar, please remove it there.`,
  ],
  [
    { news: 'cancelled', scope: 'one', hasFile: false },
    `:no_entry: “Standup” on *${old}* is cancelled. The others stay.\nIf it stands in your calendar, please remove it there.`,
  ],
  [
    { news: 'cancelled', scope: 'series', hasFile: false },
    ':no_entry: The series “Standup” is cancelled.\nIf it stands in your calendar, please remove it there.',
  ],
  [
    { news: 'taken-off', hasFile: false },
    'You are not invited to “Standup” any more.\nIf it stands in your calendar, please remove it there.',
  ],
  [{ news: 'back' }, `:calendar: You are invited to “Standup” again: *${now}*.\nThe calendar file follows.`],
  [
    { news: 'lasts-until', scope: 'series', rule, hasFile: false },
    ':calendar: The series “Standup” changed: it is every Tuesday, until December 20, 2026.\nPlease end the series in your calendar then, too.',
  ],
])('%j', (changes, text) => {
  expect(changeNotice(changeMessage(changes)).text).toBe(text);
});
