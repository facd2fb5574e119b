import { expect, test } from '@jest/globals';
import type { ChangeMessage } from '../../../src/ports/messenger.ts';
import { changeNotice } from '../../../src/slack/views/change-notice.ts';
import { changeMessage } from '../../support/a-card.ts';

const rule = { freq: 'WEEKLY', byday: ['TU'], until: '2026-12-20' } as const;
const old = 'Tue, March 3, 2026, 3:00 AM (America/New_York)';
const short = 'Tue, Mar 3, 2026, 3:00 AM';
const now = 'Tue, March 3, 2026, 4:00 AM–4:30 AM (America/New_York)';

const DELETE = 'If it is still in your calendar, please delete it there.';
const REPLACE = 'Please delete the old entry in your calendar; the new calendar file follows.';
const stay = 'The others stay as they are.';

test.each<[Partial<ChangeMessage>, string]>([
  [{}, `:calendar: “Standup” has moved from *${short}* to *${now}*.\n${REPLACE}`],
  [{ isByReader: true }, `:calendar: You moved “Standup” from *${short}* to *${now}*.\n${REPLACE}`],
  [
    { scope: 'one', hasFile: false },
    `:calendar: “Standup” has moved from *${short}* to *${now}*. ${stay}\nYour calendar does not know of this: please move this one there, too.`,
  ],
  [
    { scope: 'series', rule },
    `:calendar: The series “Standup” has moved: it is now every Tuesday, until December 20, 2026. The next one is *${now}*.\n${REPLACE}`,
  ],
  [
    { scope: 'series', rule, isByReader: true },
    `:calendar: You moved the series “Standup”: it is now every Tuesday, until December 20, 2026. The next one is *${now}*.\n${REPLACE}`,
  ],
  [
    { news: 'cancelled', reason: 'Sick & <tired>', hasFile: false },
    `:no_entry: “Standup” on *${old}* is cancelled. Reason: Sick &amp; &lt;tired&gt;\n${DELETE}`,
  ],
  [
    { news: 'cancelled', reason: 'Sick', hasFile: false, isByReader: true },
    `:no_entry: You cancelled “Standup” on *${old}*. Reason: Sick\n${DELETE}`,
  ],
  [
    { news: 'cancelled', scope: 'one', hasFile: false },
    `:no_entry: “Standup” on *${old}* is cancelled. ${stay}\n${DELETE}`,
  ],
  [
    { news: 'cancelled', scope: 'one', reason: 'Holiday', hasFile: false },
    `:no_entry: “Standup” on *${old}* is cancelled. Reason: Holiday. ${stay}\n${DELETE}`,
  ],
  [
    { news: 'cancelled', scope: 'one', hasFile: false, isByReader: true },
    `:no_entry: You cancelled “Standup” on *${old}*. ${stay}\n${DELETE}`,
  ],
  [{ news: 'cancelled', scope: 'series', hasFile: false }, `:no_entry: The series “Standup” is cancelled.\n${DELETE}`],
  [
    { news: 'cancelled', scope: 'series', hasFile: false, isByReader: true },
    `:no_entry: You cancelled the series “Standup”.\n${DELETE}`,
  ],
  [{ news: 'taken-off', hasFile: false }, `You are not invited to “Standup” any more.\n${DELETE}`],
  [{ news: 'back' }, `:calendar: You are invited to “Standup” again: *${now}*.\nThe calendar file follows.`],
  [
    { news: 'lasts-until', scope: 'series', rule, hasFile: false },
    ':calendar: The series “Standup” has changed: it is now every Tuesday, until December 20, 2026.\nPlease let the series in your calendar end on that day, too.',
  ],
  [
    { news: 'lasts-until', scope: 'series', rule, reason: 'We are done', hasFile: false },
    ':calendar: The series “Standup” has changed: it is now every Tuesday, until December 20, 2026. Reason: We are done\nPlease let the series in your calendar end on that day, too.',
  ],
  [
    { news: 'lasts-until', scope: 'series', rule, hasFile: false, isByReader: true },
    ':calendar: You changed the series “Standup”: it is now every Tuesday, until December 20, 2026.\nPlease let the series in your calendar end on that day, too.',
  ],
])('%j', (changes, text) => {
  expect(changeNotice(changeMessage(changes)).text).toBe(text);
});
