import type { KnownBlock } from '@slack/types';
import type { Meeting } from '../../domain/meeting.ts';
import { lengthText, whenText } from './moment-text.ts';
import { partiesText } from './mrkdwn.ts';

/** How a meeting was read: time with its zone, length, people. */
export interface Facts {
  readonly when: string;
  readonly length: string;
  readonly people: string;
}

export function factsOf({ startsAt, endsAt, organizer, invitees }: Meeting, locale: string): Facts {
  const people = invitees.filter(({ user }) => user !== organizer);
  return {
    when: whenText(startsAt, endsAt, { zone: startsAt.zoneName, locale }),
    length: lengthText(startsAt, endsAt),
    people: partiesText(people),
  };
}

export function factsBlock({ when, length, people }: Facts): KnownBlock {
  return {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: `*When*\n${when}` },
      { type: 'mrkdwn', text: `*Length*\n${length}` },
      { type: 'mrkdwn', text: `*People*\n${people}` },
    ],
  };
}
