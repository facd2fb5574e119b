import { expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { earlierStart } from '../../src/domain/earlier-starts.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import { AGREED_AT, aMeeting, berlin } from '../support/a-meeting.ts';

const half = Duration.fromObject({ minutes: 30 });
const tuesday = berlin('2026-03-03T09:00');
const wednesday = berlin('2026-03-04T10:00');
const thursday = berlin('2026-03-05T11:00');

test('an older file is known by its sequence, and says the start that was agreed on then', () => {
  const once = moved(aMeeting(), wednesday);
  const reworded = agreed(reword(once, { title: 'Review', notes: null }, AGREED_AT));
  const { sequence, earlierStarts } = moved(reworded, thursday);

  expect(sequence).toBe(3);
  expect([0, 1, 2, 3].map((file) => earlierStart(earlierStarts, file))).toEqual([tuesday, wednesday, wednesday, null]);
});

test('another length or title is another file with the same start', () => {
  const longer = agreed(moveMeeting(aMeeting(), tuesday, half.plus({ minutes: 15 }), AGREED_AT));

  expect([longer.sequence, longer.earlierStarts]).toEqual([1, []]);
});

test('of a meeting that moves again and again only the last moves are remembered', () => {
  const { earlierStarts, sequence } = Array.from({ length: 25 }).reduce<Meeting>(
    (meeting) => moved(meeting, meeting.startsAt.plus({ hours: 1 })),
    aMeeting(),
  );

  expect([earlierStarts.length, sequence]).toEqual([20, 25]);
  expect(earlierStart(earlierStarts, 24)).toEqual(tuesday.plus({ hours: 24 }));
});

function moved(meeting: Meeting, to: DateTime): Meeting {
  return agreed(moveMeeting(meeting, to, half, AGREED_AT));
}

function agreed<P>(result: Result<Meeting, P>): Meeting {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
