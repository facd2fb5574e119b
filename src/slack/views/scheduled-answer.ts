import type { Button } from '@slack/types';
import type { MeetingId } from '../../domain/ids.ts';
import type { Scheduled } from '../../usecases/schedule-meeting.ts';
import { pressValue, UNDO_MEETING } from './actions.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { label } from './card-buttons.ts';
import { factsBlock, factsOf } from './facts.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { readingNotes } from './reading-notes.ts';
import type { Rendered } from './render-message.ts';

/** The private answer to a command: how it was read. */
export function scheduledAnswer(scheduled: Scheduled): Rendered {
  const { meeting, locale } = scheduled;
  const title = escapeMrkdwn(meeting.title);
  const { when, length, people } = factsOf(meeting, locale);
  const notes = readingNotes(scheduled);
  return {
    text: [`Scheduled “${title}”: ${when}, ${length}, with ${people}.`, ...notes].join(' '),
    blocks: [
      sectionBlock(`:white_check_mark: *Scheduled:* ${title}`),
      factsBlock({ when, length, people }),
      ...notes.map(sectionBlock),
      { type: 'actions', elements: [undo(meeting.id)] },
      contextBlock('Everyone, you too, gets a direct message with a join button and a calendar file.'),
    ],
  };
}

/** Takes the whole meeting back, with every message and file of it. */
function undo(id: MeetingId): Button {
  return { type: 'button', action_id: UNDO_MEETING, text: label('Undo'), value: pressValue(id) };
}
