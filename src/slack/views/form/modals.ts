import type { KnownBlock, ModalView } from '@slack/types';
import type { DateTime } from 'luxon';
import type { Scheduled } from '../../../usecases/schedule-meeting.ts';
import { UNDO_MEETING } from '../actions.ts';
import { contextBlock, mrkdwn, sectionBlock } from '../blocks.ts';
import { plainText } from '../elements.ts';
import { factsBlock, factsOf } from '../facts.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { questionText } from '../question-text.ts';
import { readingNotes } from '../reading-notes.ts';
import type { Rendered } from '../render-message.ts';
import { scheduledAnswer } from '../scheduled-answer.ts';
import { CONFIRM_FORM } from './fields.ts';

export const FORM_TITLE = 'Schedule a meeting';
/** The block that says why it is asked once more. */
const AGAIN = 'asked_again';

/** In place of the form: what became of it. */
export function resultModal(scheduled: Scheduled, isEdit: boolean, now: DateTime): ModalView {
  if (!isEdit) return modal(usable(scheduledAnswer(scheduled, now).blocks));
  const { meeting, locale } = scheduled;
  return modal([
    sectionBlock(`:white_check_mark: *Saved:* ${escapeMrkdwn(meeting.title)}`),
    factsBlock(factsOf(meeting, locale)),
    ...readingNotes(scheduled).map(sectionBlock),
  ]);
}

/** Asks once more before many people are written to. */
export function confirmModal(scheduled: Scheduled): ModalView {
  const { meeting, locale } = scheduled;
  const blocks = [
    sectionBlock(`*Please check before I send it:* ${escapeMrkdwn(meeting.title)}`),
    factsBlock(factsOf(meeting, locale)),
    ...readingNotes(scheduled).map(sectionBlock),
    ...meeting.questions.map((question) => sectionBlock(`:question: ${questionText(question, meeting, locale)}`)),
    contextBlock('Nobody has been told yet.'),
  ];
  return sending(blocks, meeting.id);
}

/** The question once more, with words above it why it still stands: it has no field that an error could stand under. */
export function againModal(asked: Pick<ModalView, 'blocks' | 'private_metadata'>, words: string): ModalView {
  const question = asked.blocks.filter(({ block_id }) => block_id !== AGAIN);
  const why: KnownBlock = { type: 'section', block_id: AGAIN, text: mrkdwn(`:warning: ${words}`) };
  return sending([why, ...question] as KnownBlock[], asked.private_metadata ?? '');
}

/** As a message to somebody who was told that nothing was saved, and has closed the form since. */
export function afterAll({ blocks, submit }: ModalView): Rendered {
  const text = 'That took longer than I had waited for, and was saved after all.';
  const waits = submit ? [contextBlock('It waits in my Home tab for you to send it.')] : [];
  return { text, blocks: [sectionBlock(text), ...(blocks as KnownBlock[]), ...waits] };
}

function sending(blocks: KnownBlock[], metadata: string): ModalView {
  return { ...modal(blocks), callback_id: CONFIRM_FORM, private_metadata: metadata, submit: plainText('Send') };
}

function modal(blocks: KnownBlock[]): ModalView {
  return { type: 'modal', title: plainText(FORM_TITLE), close: plainText('Close'), blocks };
}

/** Edit would open a second modal on top of this one: what opens a page and Undo stay. */
function usable(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.flatMap((block): KnownBlock[] => {
    if (block.type !== 'actions') return [block];
    const elements = block.elements.filter(
      (element) => element.type === 'button' && (element.url !== undefined || element.action_id === UNDO_MEETING),
    );
    return elements.length > 0 ? [{ ...block, elements }] : [];
  });
}
