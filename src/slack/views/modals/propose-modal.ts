import type { ModalView } from '@slack/types';
import type { DateTime } from 'luxon';
import type { Result } from '../../../domain/result.ts';
import { type WallMomentProblem, wallMoment } from '../../../domain/wall-moment.ts';
import type { LookedAt } from '../../../usecases/look-at-meeting.ts';
import { LONGEST_NOTE, type ProposeTimeProblem } from '../../../usecases/propose-time.ts';
import type { Reader } from '../../../usecases/understand-verb.ts';
import { pressValue } from '../actions.ts';
import { movedText } from '../answer-problem-text.ts';
import { sectionBlock } from '../blocks.ts';
import { deedProblemText } from '../deed-problem-text.ts';
import { field, plainText } from '../elements.ts';
import { whenText } from '../moment-text.ts';
import { escapeMrkdwn, mention } from '../mrkdwn.ts';
import { skippedTimeText } from '../skipped-time-text.ts';
import { askingModal } from './modal.ts';
import { readValues, type ViewValues } from './values.ts';

export const PROPOSE_MODAL = 'propose_modal';
export const PROPOSE_TITLE = 'Propose another time';
const DAY = 'propose_day';
const TIME = 'propose_time_at';
const NOTE = 'propose_note';

/** Another day and time, on the clock of whoever proposes it. */
export function proposeModal({ meeting, occurrence }: LookedAt, reader: Reader): ModalView {
  const { key, startsAt, endsAt } = occurrence;
  const there = startsAt.setZone(reader.zone);
  const asks = `${mention(meeting.organizer)} is asked, and decides. Until then nothing changes.`;
  return askingModal({
    callback: PROPOSE_MODAL,
    metadata: pressValue(meeting.id, key, startsAt),
    title: PROPOSE_TITLE,
    submit: 'Propose',
    blocks: [
      sectionBlock(`*${escapeMrkdwn(meeting.title)}*\nNow ${whenText(startsAt, endsAt, reader)}\n${asks}`),
      field(DAY, 'Day', { type: 'datepicker', initial_date: there.toFormat('yyyy-MM-dd') }),
      field(
        TIME,
        'Time',
        { type: 'timepicker', initial_time: there.toFormat('HH:mm'), timezone: reader.zone },
        { hint: `In your time zone, ${reader.zone}.` },
      ),
      field(
        NOTE,
        'Note',
        { type: 'plain_text_input', max_length: LONGEST_NOTE, placeholder: plainText('The organizer reads this') },
        { optional: true },
      ),
    ],
  });
}

export function readProposeModal(
  values: ViewValues,
  zone: string,
): { rather: Result<DateTime, WallMomentProblem>; note: string } {
  const read = readValues(values);
  return { rather: wallMoment(read.day(DAY), read.time(TIME), zone), note: read.typed(NOTE) };
}

/** What stands under which field; null for what is no matter of the fields. */
export function proposeErrors(
  problem: ProposeTimeProblem | WallMomentProblem,
  locale: string,
): Record<string, string> | null {
  switch (problem.kind) {
    case 'skipped-time':
      return { [TIME]: skippedTimeText(problem.instead, locale) };
    case 'no-such-time':
      return { [DAY]: 'Please choose a day and a time.' };
    case 'same-time':
      return { [TIME]: 'That is when it takes place already.' };
    case 'starts-in-the-past':
    case 'starts-too-far-ahead':
      return { [problem.kind === 'starts-in-the-past' ? TIME : DAY]: deedProblemText(problem, locale) };
    default:
      return null;
  }
}

/** Why nobody was asked. */
export function proposeProblemText(problem: ProposeTimeProblem, locale: string): string {
  switch (problem.kind) {
    case 'is-organizer':
      return 'This meeting is yours: please move it.';
    case 'same-time':
      return 'That is when it takes place already.';
    case 'starts-in-the-past':
    case 'starts-too-far-ahead':
    case 'too-short':
    case 'too-long':
      return deedProblemText(problem, locale);
    case 'not-invited':
      return 'You are not invited to this meeting, so you cannot propose another time for it.';
    case 'cancelled':
      return 'This meeting was cancelled, so no other time is needed.';
    case 'over':
      return 'This meeting is over, so nobody was asked.';
    case 'moved':
      return movedText(problem, locale, 'nobody was asked');
  }
}
