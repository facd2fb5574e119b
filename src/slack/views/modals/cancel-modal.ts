import type { ModalView } from '@slack/types';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Occurrence } from '../../../domain/occurrence.ts';
import { LONGEST_REASON } from '../../../usecases/cancel-meeting.ts';
import type { Reader } from '../../../usecases/understand-verb.ts';
import { pressValue } from '../actions.ts';
import { sectionBlock } from '../blocks.ts';
import { field, plainText } from '../elements.ts';
import { whenText } from '../moment-text.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { askingModal } from './modal.ts';
import { SCOPE_FIELD, scopeField } from './scope-field.ts';
import { readValues, type ViewValues } from './values.ts';

export const CANCEL_MODAL = 'cancel_modal';
export const CANCEL_TITLE = 'Cancel meeting';
export const CANCEL_REASON = 'cancel_reason';

export function cancelModal(meeting: Meeting, { key, startsAt, endsAt }: Occurrence, reader: Reader): ModalView {
  return askingModal({
    callback: CANCEL_MODAL,
    metadata: pressValue(meeting.id, key),
    title: CANCEL_TITLE,
    submit: 'Cancel the meeting',
    blocks: [
      sectionBlock(`*${escapeMrkdwn(meeting.title)}*\n${whenText(startsAt, endsAt, reader)}\nEveryone will be told.`),
      ...scopeField(meeting),
      field(
        CANCEL_REASON,
        'Why',
        { type: 'plain_text_input', max_length: LONGEST_REASON, placeholder: plainText('Everyone invited reads this') },
        { optional: true },
      ),
    ],
  });
}

export function readCancelModal(values: ViewValues): { reason: string; scope: string } {
  const read = readValues(values);
  return { reason: read.typed(CANCEL_REASON), scope: read.option(SCOPE_FIELD) };
}
