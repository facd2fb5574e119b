import type { ModalView } from '@slack/types';
import type { Meeting } from '../../../domain/meeting.ts';
import { pressValue } from '../actions.ts';
import { sectionBlock } from '../blocks.ts';
import { field, plainText } from '../elements.ts';
import { escapeMrkdwn, mention } from '../mrkdwn.ts';
import { askingModal } from './modal.ts';

export const HAND_OVER_MODAL = 'hand_over_modal';
export const HAND_OVER_TITLE = 'Hand over meeting';
export const SUCCESSOR = 'hand_over_to';

export function handOverModal({ id, title, organizer }: Meeting): ModalView {
  return askingModal({
    callback: HAND_OVER_MODAL,
    metadata: pressValue(id),
    title: HAND_OVER_TITLE,
    submit: 'Hand over',
    blocks: [
      sectionBlock(`*${escapeMrkdwn(title)}*\n${mention(organizer)} is in charge and stays a host.`),
      field(
        SUCCESSOR,
        'Who is in charge from now on',
        { type: 'users_select', placeholder: plainText('Choose somebody') },
        {
          hint: 'They can change and cancel everything about this meeting. If they are not invited yet, they will be.',
        },
      ),
    ],
  });
}
