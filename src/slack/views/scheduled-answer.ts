import type { KnownBlock } from '@slack/types';
import type { NotInvited, Scheduled } from '../../usecases/schedule-meeting.ts';
import { lengthText, whenText } from './moment-text.ts';
import { escapeMrkdwn, mention, mentions } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** The private answer to a command: how it was read. */
export function scheduledAnswer({ meeting, left, locale }: Scheduled): Rendered {
  const { title, startsAt, endsAt, organizer, invitees } = meeting;
  const reader = { zone: startsAt.zoneName, locale };
  const people = invitees.map(({ user }) => user).filter((user) => user !== organizer);
  const when = whenText(startsAt, endsAt, reader);
  const length = lengthText(startsAt, endsAt);

  const blocks: KnownBlock[] = [
    section(`:white_check_mark: *Scheduled:* ${escapeMrkdwn(title)}`),
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: `*When*\n${when}` },
        { type: 'mrkdwn', text: `*Length*\n${length}` },
        { type: 'mrkdwn', text: `*People*\n${mentions(people)}` },
      ],
    },
    ...(left.length > 0 ? [section(leftText(left))] : []),
    {
      type: 'context',
      elements: [
        { type: 'mrkdwn', text: 'Everyone, you too, gets a direct message with a join button and a calendar file.' },
      ],
    },
  ];
  const leftOut = left.length > 0 ? ` ${leftText(left)}` : '';
  return {
    text: `Scheduled “${escapeMrkdwn(title)}”: ${when}, ${length}, with ${mentions(people)}.${leftOut}`,
    blocks,
  };
}

const WHY: Readonly<Record<NotInvited['why'], string>> = {
  unknown: 'nobody here has this id',
  bot: 'is a bot',
  deactivated: 'has a deactivated account',
};

/** Who was named but not invited, and why. */
export function leftText(left: readonly NotInvited[]): string {
  const shown = left.slice(0, 15).map(({ user, why }) => `${mention(user)} (${WHY[why]})`);
  const more = left.length > shown.length ? ` and ${left.length - shown.length} more` : '';
  return `Not invited: ${shown.join(', ')}${more}.`;
}

function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
