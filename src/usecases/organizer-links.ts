import type { DateTime } from 'luxon';
import type { JoinLinks } from '../domain/join-links.ts';
import { type Meeting, organizerOf } from '../domain/meeting.ts';

/** What an organizer is given besides, when a meeting is stored or sent. */
export interface OrganizerLinks {
  /** The organizer's own way in, where the meeting begins at once. */
  readonly joinUrl: string | null;
  /** For everybody, where the meeting is public. */
  readonly publicUrl: string | null;
}

export function organizerLinks(
  links: Pick<JoinLinks, 'urlFor' | 'publicUrlFor'>,
  meeting: Meeting,
  now: DateTime,
): OrganizerLinks {
  const beginsAtOnce = meeting.status === 'scheduled' && meeting.startsAt <= now;
  return {
    joinUrl: beginsAtOnce ? links.urlFor(meeting, organizerOf(meeting)) : null,
    publicUrl: meeting.access === 'public' ? links.publicUrlFor(meeting) : null,
  };
}
