import type { ModalView } from '@slack/types';
import { type DateTime, Duration } from 'luxon';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Occurrence } from '../../../domain/occurrence.ts';
import type { DeedProblem } from '../../../usecases/do-deed.ts';
import { pressValue } from '../actions.ts';
import { sectionBlock } from '../blocks.ts';
import { deedProblemText } from '../deed-problem-text.ts';
import { field } from '../elements.ts';
import { whenText } from '../moment-text.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { askingModal } from './modal.ts';
import { SCOPE_FIELD, scopeField } from './scope-field.ts';
import { readValues, type ViewValues } from './values.ts';
import { wallTime } from './wall-time.ts';

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

/** What was put in; null where that is no time. */
export function readMoveModal(
  values: ViewValues,
  zone: string,
): { startsAt: DateTime; length: Duration; scope: string } | null {
  const read = readValues(values);
  const startsAt = wallTime(read.day(DAY), read.time(TIME), zone);
  const minutes = Number(read.typed(LENGTH));
  if (!startsAt || !Number.isInteger(minutes)) return null;
  return { startsAt, length: Duration.fromObject({ minutes }), scope: read.option(SCOPE_FIELD) };
}

/** What stands under which field. */
export function moveErrors(problem: DeedProblem | null, locale: string): Record<string, string> {
  if (!problem) return { [DAY]: 'Please choose a day, a time and a length.' };
  return { [fieldOf(problem)]: deedProblemText(problem, locale) };
}

function fieldOf({ kind }: DeedProblem): string {
  if (kind === 'starts-in-the-past') return TIME;
  return kind === 'too-short' || kind === 'too-long' ? LENGTH : DAY;
}
