import type { KnownBlock } from '@slack/types';
import type { InvitationMessage } from '../../ports/messenger.ts';
import { contextBlock, headerBlock } from './blocks.ts';
import { lengthText, whenMrkdwn, whenText } from './moment-text.ts';
import { escapeMrkdwn, mention, partiesText } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** The button opens the join page; Slack sends its press to us as well. */
export const JOIN_ACTION = 'join';

/** The one message that a person has of a meeting. */
export function invitation(message: InvitationMessage): Rendered {
  const { title, startsAt, endsAt, reader, organizer, invitees, joinUrl } = message;
  const others = invitees.filter(({ user }) => user !== organizer);
  const isHost = reader.role === 'host';
  const opening = isHost ? 'You are hosting' : `${mention(organizer)} invites you to`;

  const blocks: KnownBlock[] = [
    headerBlock(title),
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: `*When*\n${whenMrkdwn(startsAt, endsAt, reader)}` },
        { type: 'mrkdwn', text: `*Length*\n${lengthText(startsAt, endsAt)}` },
        { type: 'mrkdwn', text: `*Organizer*\n${mention(organizer)}` },
        { type: 'mrkdwn', text: `*Invited*\n${partiesText(others)}` },
      ],
    },
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
    contextBlock('The button is yours alone: whoever has its link joins as you. The calendar file follows below.'),
  ];
  return { text: `${opening} “${escapeMrkdwn(title)}”: ${whenText(startsAt, endsAt, reader)}`, blocks };
}
