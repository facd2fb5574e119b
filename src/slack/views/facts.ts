import type { KnownBlock } from '@slack/types';
import { lengthText } from '../../domain/english-length.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { mrkdwn } from './blocks.ts';
import { whenText } from './moment-text.ts';
import { channelMention, partiesText } from './mrkdwn.ts';
import { ruleText } from './rule-text.ts';

/** How a meeting was read: time with its zone, length, people; the rest where it says something. */
export interface Facts {
  readonly when: string;
  readonly length: string;
  readonly people: string;
  readonly repeats: string | null;
  readonly access: string | null;
}

export function factsOf(
  { startsAt, endsAt, series, access, organizer, invitees, channels }: Meeting,
  locale: string,
): Facts {
  const people = partiesText(invitees.filter(({ user }) => user !== organizer));
  const everybody = channels.map(({ id }) => `everybody in ${channelMention(id)}`).join(', ');
  return {
    when: whenText(startsAt, endsAt, { zone: startsAt.zoneName, locale }),
    length: lengthText(startsAt, endsAt),
    people: [people, everybody].filter((part) => part !== '').join(', ') || 'nobody yet',
    repeats: series && ruleText(series.rule, locale),
    access: access === 'public' ? 'anyone who has the link' : null,
  };
}

export function factsBlock({ when, length, people, repeats, access }: Facts): KnownBlock {
  const shown = [
    ['When', when],
    ['Length', length],
    ['Repeats', repeats],
    ['People', people],
    ['Who may join', access],
  ] as const;
  return {
    type: 'section',
    fields: shown.flatMap(([name, text]) => (text === null ? [] : [mrkdwn(`*${name}*\n${text}`)])),
  };
}
