import type { ModalView } from '@slack/types';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Occurrence } from '../../../domain/occurrence.ts';
import type { Reader } from '../../../usecases/understand-verb.ts';
import { pressValue } from '../actions.ts';
import { sectionBlock } from '../blocks.ts';
import { choice, field } from '../elements.ts';
import { momentText } from '../moment-text.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { askingModal } from './modal.ts';

export const EXTEND_MODAL = 'extend_modal';
export const EXTEND_TITLE = 'Extend meeting';
export const EXTEND_BY = 'extend_by';
export const END_MODAL = 'end_modal';
export const END_TITLE = 'End meeting';

const STEPS_MINUTES = [15, 30, 60];

/** For a run that is under way; carries the end that was seen, so that sending it twice makes it longer once. */
export function extendModal(meeting: Meeting, { key, endsAt }: Occurrence, reader: Reader): ModalView {
  const options = STEPS_MINUTES.map((minutes) => choice(`${minutes} minutes`, String(minutes)));
  const [initial_option] = options;
  return askingModal({
    callback: EXTEND_MODAL,
    metadata: pressValue(meeting.id, key, endsAt),
    title: EXTEND_TITLE,
    submit: 'Extend',
    blocks: [
      sectionBlock(`*${escapeMrkdwn(meeting.title)}*\nEnds ${momentText(endsAt, reader)}`),
      field(EXTEND_BY, 'How much longer', {
        type: 'radio_buttons',
        options,
        ...(initial_option && { initial_option }),
      }),
    ],
  });
}

export function endModal({ id, title }: Meeting, { key }: Occurrence): ModalView {
  return askingModal({
    callback: END_MODAL,
    metadata: pressValue(id, key),
    title: END_TITLE,
    submit: 'End for everybody',
    blocks: [sectionBlock(`End *${escapeMrkdwn(title)}* for everybody now? Nobody can come in after that.`)],
  });
}
