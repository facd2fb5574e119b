import type { Meeting } from '../../domain/meeting.ts';
import type { NotInvited } from '../../usecases/asked-people.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { factsBlock, factsOf } from './facts.ts';
import { leftText } from './left-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** The private answer to a command: how it was read. */
export function scheduledAnswer(meeting: Meeting, left: readonly NotInvited[], locale: string): Rendered {
  const title = escapeMrkdwn(meeting.title);
  const facts = factsOf(meeting, locale);
  const leftOut = left.length > 0 ? leftText(left) : null;
  return {
    text: `Scheduled “${title}”: ${facts.when}, ${facts.length}, with ${facts.people}.${leftOut ? ` ${leftOut}` : ''}`,
    blocks: [
      sectionBlock(`:white_check_mark: *Scheduled:* ${title}`),
      factsBlock(facts),
      ...(leftOut ? [sectionBlock(leftOut)] : []),
      contextBlock('Everyone, you too, gets a direct message with a join button and a calendar file.'),
    ],
  };
}
