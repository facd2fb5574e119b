import type { Scheduled } from '../../usecases/schedule-meeting.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
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
      contextBlock('Everyone, you too, gets a direct message with a join button and a calendar file.'),
    ],
  };
}
