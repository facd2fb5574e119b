import type { Button, KnownBlock } from '@slack/types';
import type { DateTime } from 'luxon';
import type { Meeting } from '../../domain/meeting.ts';
import { upcoming } from '../../domain/occurrence.ts';
import type { Scheduled } from '../../usecases/schedule-meeting.ts';
import { EDIT_MEETING, pressValue, UNDO_MEETING } from './actions.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { joinButton, label } from './card-buttons.ts';
import { factsBlock, factsOf } from './facts.ts';
import { shortMomentText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { readingNotes } from './reading-notes.ts';
import type { Rendered } from './render-message.ts';
import { sharedLinkText } from './shared-link-text.ts';

const SHOWN_OCCURRENCES = 3;

/** The private answer to a command: how it was read. */
export function scheduledAnswer(scheduled: Scheduled, now: DateTime): Rendered {
  const { meeting, locale, joinUrl, publicUrl } = scheduled;
  const title = escapeMrkdwn(meeting.title);
  const facts = factsOf(meeting, locale);
  const { when, length, people, repeats } = facts;
  const shared = publicUrl ? [sharedLinkText(publicUrl)] : [];
  const notes = [...nextText(scheduled, now), ...shared, ...readingNotes(scheduled)];
  return {
    text: [`Scheduled “${title}”: ${when}, ${length}${repeats ? `, ${repeats}` : ''}, with ${people}.`, ...notes].join(
      ' ',
    ),
    blocks: [
      sectionBlock(`:white_check_mark: *${joinUrl ? 'Started' : 'Scheduled'}:* ${title}`),
      factsBlock(facts),
      ...notes.map(sectionBlock),
      actionsBlock(scheduled),
      contextBlock([...undoText(meeting, now), whoGetsWhat(meeting)].join(' ')),
    ],
  };
}

/** Stands only where there is an Undo beside it. */
export function undoText({ sendsAt }: Meeting, now: DateTime): string[] {
  const wait = Math.ceil(sendsAt.diff(now).as('seconds'));
  return wait > 0 ? [`The invitations go out in ${wait} seconds, so you can still undo this.`] : [];
}

/** How the invitations come, in the order of who is invited: people, guests from outside, channels. */
function whoGetsWhat({ organizer, invitees, channels }: Meeting): string {
  const others = invitees.filter(({ user }) => user !== organizer);
  const isAlone = others.every(({ user }) => user === null);
  const ways = [
    `${isAlone ? 'You get' : 'Everyone, including you, gets'} a direct message with a join button and a calendar file.`,
    ...(others.some(({ user }) => user === null) ? ['Guests get theirs by e-mail.'] : []),
    ...(channels.length > 0 ? ['In the channel everybody can press _Get my link_.'] : []),
  ];
  return ways.join(' ');
}

/** The next runs of a series. */
function nextText({ meeting, locale }: Scheduled, now: DateTime): string[] {
  if (!meeting.series) return [];
  const reader = { zone: meeting.startsAt.zoneName ?? 'UTC', locale };
  const next = upcoming(meeting, now, SHOWN_OCCURRENCES).map(({ startsAt }) => shortMomentText(startsAt, reader));
  return [`*Next* ${next.join('; ')}.`];
}

/** Join where it begins at once; Undo takes the whole meeting back, with every message and file of it. */
function actionsBlock({ meeting, joinUrl }: Scheduled): KnownBlock {
  const value = pressValue(meeting.id);
  const edit: Button = { type: 'button', action_id: EDIT_MEETING, text: label('Edit…'), value };
  const undo: Button = { type: 'button', action_id: UNDO_MEETING, text: label('Undo'), value };
  return { type: 'actions', elements: [...(joinUrl ? [joinButton(joinUrl)] : []), edit, undo] };
}
