import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { explained } from '../../src/language/explained.ts';
import { readRequest } from '../../src/language/read-request.ts';

const context = { now: DateTime.fromISO('2026-02-10T09:12:00-05:00'), zone: 'America/New_York', locale: 'en-US' };

test('a reading is explained with what each stretch was taken for', () => {
  const text = 'retro every other friday 3pm for 45 min <!subteam^S01|@eng> @bob public';

  expect(explained(readRequest(text, context))).toBe(`title       retro
when        Fri 13 Feb 2026, 15:00-15:45 America/New_York
length      45 min
repeats     FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
people      group S01, @bob (nobody found)
access      public: anyone with the link

title       retro
recurrence  every other friday
time        3pm
length      for 45 min
person      <!subteam^S01|@eng>
person      @bob
access      public`);
});

test('a doubt is told with its choices, and what is missing is named', () => {
  expect(explained(readRequest('tomorrow at 7', context))).toBe(`when        Wed 11 Feb 2026, 07:00 America/New_York
missing     title
doubt       7 may be in the morning or in the evening: Wed 11 Feb 2026, 07:00 America/New_York or Wed 11 Feb 2026, 19:00 America/New_York

time        tomorrow
time        at 7`);
});
