import type { ModalView } from '@slack/types';
import { type DateTime, Duration } from 'luxon';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Occurrence } from '../../../domain/occurrence.ts';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import { type WallMomentProblem, wallMoment } from '../../../domain/wall-moment.ts';
import type { DeedProblem } from '../../../usecases/do-deed.ts';
import { pressValue } from '../actions.ts';
import { sectionBlock } from '../blocks.ts';
import { deedProblemText } from '../deed-problem-text.ts';
import { field } from '../elements.ts';
import { whenText } from '../moment-text.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { skippedTimeText } from '../skipped-time-text.ts';
import { askingModal } from './modal.ts';
import { SCOPE_FIELD, scopeField } from './scope-field.ts';
import { readValues, type ViewValues } from './values.ts';

export const MOVE_MODAL = 'move_modal';
export const MOVE_TITLE = 'Move meeting';
const DAY = 'move_day';
const TIME = 'move_time';
const LENGTH = 'move_length';

/** Another day, time or length, in the meeting's own zone. */
export function moveModal(meeting: Meeting, { key, startsAt, endsAt }: Occurrence, locale: string): ModalView {
  const zone = meeting.startsAt.zoneName ?? 'UTC';
  const there = startsAt.setZone(zone);
  return askingModal({
    callback: MOVE_MODAL,
    metadata: pressValue(meeting.id, key),
    title: MOVE_TITLE,
    submit: 'Move',
    blocks: [
      sectionBlock(`*${escapeMrkdwn(meeting.title)}*\nNow ${whenText(startsAt, endsAt, { zone, locale })}`),
      field(DAY, 'Day', { type: 'datepicker', initial_date: there.toFormat('yyyy-MM-dd') }),
      field(
        TIME,
        'Time',
        { type: 'timepicker', initial_time: there.toFormat('HH:mm'), timezone: zone },
        { hint: `In the meeting's time zone, ${zone}.` },
      ),
      field(LENGTH, 'Length in minutes', {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '5',
        max_value: '1440',
        initial_value: String(Math.round(endsAt.diff(startsAt).as('minutes'))),
      }),
      ...scopeField(meeting),
    ],
  });
}

/** What was put in. */
export function readMoveModal(
  values: ViewValues,
  zone: string,
): Result<{ startsAt: DateTime; length: Duration; scope: string }, WallMomentProblem> {
  const read = readValues(values);
  const startsAt = wallMoment(read.day(DAY), read.time(TIME), zone);
  const minutes = Number(read.typed(LENGTH));
  if (!startsAt.ok) return startsAt;
  if (!Number.isInteger(minutes)) return refuse({ kind: 'no-such-time' });
  return ok({ startsAt: startsAt.value, length: Duration.fromObject({ minutes }), scope: read.option(SCOPE_FIELD) });
}

/** What stands under which field. */
export function moveErrors(problem: DeedProblem | WallMomentProblem, locale: string): Record<string, string> {
  if (problem.kind === 'no-such-time') return { [DAY]: 'Please choose a day, a time and a length.' };
  if (problem.kind === 'skipped-time') return { [TIME]: skippedTimeText(problem.instead, locale) };
  return { [fieldOf(problem)]: deedProblemText(problem, locale) };
}

function fieldOf({ kind }: DeedProblem): string {
  if (kind === 'starts-in-the-past') return TIME;
  return kind === 'too-short' || kind === 'too-long' ? LENGTH : DAY;
}
