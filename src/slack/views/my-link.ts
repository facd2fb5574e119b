import type { LinkOutcome, LinkProblem } from '../../usecases/get-my-link.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { JOIN_ACTION } from './card-buttons.ts';
import { whenText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** The answer to somebody in a channel who asked for their link: nobody else sees it. */
export function myLink({ meeting, startsAt, endsAt, joinUrl, reader }: LinkOutcome): Rendered {
  const text = `Here is your link to “${escapeMrkdwn(meeting.title)}”: ${whenText(startsAt, endsAt, reader)}`;
  return {
    text,
    blocks: [
      sectionBlock(text),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: JOIN_ACTION,
            style: 'primary',
            text: { type: 'plain_text', text: 'Join', emoji: false },
            url: joinUrl,
            accessibility_label: 'Join the meeting in the browser',
          },
        ],
      },
      contextBlock('The button is yours alone. It comes in a direct message as well, with a calendar file.'),
    ],
  };
}

export function linkProblemText(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'not-in-channel':
      return 'This meeting is for the people in this channel, and you are not one of them. Its organizer can invite you.';
    case 'not-a-person':
      return 'I cannot tell who you are in this workspace. Its organizer can invite you by e-mail.';
    case 'stranger':
      return 'This meeting is for the people of its own organization. Its organizer can tell you how to come in.';
    case 'unanswered':
      return 'Slack did not answer in time. Please try again in a moment.';
    case 'not-scheduled':
    case 'over':
      return 'This meeting is over or was cancelled, so there is no link any more.';
    case 'too-many-guests':
    case 'too-many-people':
      return `This meeting is full: it takes ${problem.most} people.`;
    case 'unknown-meeting':
    case 'unknown-occurrence':
    case 'unknown-person':
    case 'is-organizer':
      return 'This meeting is not known any more.';
  }
}
