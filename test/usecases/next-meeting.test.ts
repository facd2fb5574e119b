import { expect, test } from '@jest/globals';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { keyOf } from '../../src/domain/occurrence.ts';
import { makeNextMeeting } from '../../src/usecases/next-meeting.ts';
import { ACME, aMeeting, berlin } from '../support/a-meeting.ts';
import { fakeClock } from '../support/fake-clock.ts';

const single = aMeeting({
  id: 'a-single-one-with-bob0' as MeetingId,
  title: 'Review',
  startsAt: berlin('2026-03-04T15:00'),
  endsAt: berlin('2026-03-04T15:30'),
});
const rule = { freq: 'DAILY' as const, interval: 1 };
const daily = aMeeting({ title: 'Daily', series: { rule, changes: [] } });
const key = keyOf(daily, daily.startsAt);
const moved = aMeeting({
  title: 'Daily',
  series: {
    rule,
    changes: [{ key, kind: 'moved', startsAt: berlin('2026-03-03T11:30'), endsAt: berlin('2026-03-03T12:00') }],
  },
});
const cancelled = aMeeting({ title: 'Daily', series: { rule, changes: [{ key, kind: 'cancelled' }] } });

test.each<[string, string, readonly Meeting[], { title: string; startsAt: string } | null]>([
  ['is the first to start', '2026-03-03T08:00', [single, daily], { title: 'Daily', startsAt: '2026-03-03T09:00' }],
  [
    'is the next run of a series',
    '2026-03-03T09:10',
    [single, daily],
    { title: 'Daily', startsAt: '2026-03-04T09:00' },
  ],
  ['is a run when it was moved to', '2026-03-03T08:00', [moved], { title: 'Daily', startsAt: '2026-03-03T11:30' }],
  ['is no run that was cancelled', '2026-03-03T08:00', [cancelled], { title: 'Daily', startsAt: '2026-03-04T09:00' }],
  ['is none that was taken back', '2026-03-03T08:00', [{ ...single, status: 'withdrawn' }], null],
  ['is none where all have begun', '2026-03-04T15:10', [single], null],
])('the next meeting %s', async (_, now, all, expected) => {
  const meetings = {
    async *ofWorkspace() {
      yield* all;
    },
  };
  const nextMeeting = makeNextMeeting({ meetings, clock: fakeClock(`${now}+01:00`) });
  const found = await nextMeeting(ACME);
  expect(found).toEqual(expected && { ...expected, startsAt: berlin(expected.startsAt).toMillis() });
});
