import { expect, test } from '@jest/globals';
import { foldedRuns, type Run } from '../../src/domain/folded-runs.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { occurrencesBetween } from '../../src/domain/occurrence.ts';
import type { PartStat } from '../../src/domain/seat.ts';
import { aMeeting, berlin } from '../support/a-meeting.ts';

const [third, fourth] = ['20260303T080000Z', '20260304T080000Z'] as const;

/** From Tuesday 3 to Saturday 7 March, every day at nine. */
function daily(changes: NonNullable<Meeting['series']>['changes'] = []): Meeting {
  return aMeeting({ series: { rule: { freq: 'DAILY' }, changes } });
}

function runsOf(meeting: Meeting, answers: Readonly<Record<string, PartStat>> = {}): Run[] {
  return occurrencesBetween(meeting, berlin('2026-03-03T00:00'), berlin('2026-03-08T00:00')).map((occurrence) => ({
    meeting,
    occurrence,
    answer: answers[occurrence.key] ?? null,
  }));
}

/** As in `Tue 09:00 +3 until Sat`. */
function shown(runs: readonly Run[]): string[] {
  return foldedRuns(runs).map(({ occurrence: { startsAt, isCancelled }, more }) => {
    const stands = more ? ` +${more.count} until ${more.until.toFormat('ccc')}` : '';
    return `${startsAt.toFormat('ccc HH:mm')}${isCancelled ? ' cancelled' : ''}${stands}`;
  });
}

test.each<[string, Run[], string[]]>([
  ['nothing is nothing', [], []],
  ['a meeting that does not repeat stands for itself', runsOf(aMeeting()), ['Tue 09:00']],
  ['the next run of a series stands for all that follow', runsOf(daily()), ['Tue 09:00 +4 until Sat']],
  [
    'one that was moved or cancelled by itself is shown, too',
    runsOf(
      daily([
        { key: third, kind: 'cancelled' },
        { key: fourth, kind: 'moved', startsAt: berlin('2026-03-06T15:00'), endsAt: berlin('2026-03-06T15:30') },
      ]),
    ),
    ['Tue 09:00 cancelled', 'Thu 09:00 +2 until Sat', 'Fri 15:00'],
  ],
  [
    'one that was answered otherwise is shown, too',
    runsOf(daily(), { [fourth]: 'DECLINED' }),
    ['Tue 09:00 +3 until Sat', 'Wed 09:00'],
  ],
])('%s', (_, runs, expected) => {
  expect(shown(runs)).toEqual(expected);
});

test('two series are folded each by itself', () => {
  const other = { ...daily(), id: 'another-series-of-bob0' as Meeting['id'] };

  expect(shown([...runsOf(daily()), ...runsOf(other)])).toEqual(['Tue 09:00 +4 until Sat', 'Tue 09:00 +4 until Sat']);
});
