import type { DateTime } from 'luxon';
import { type DoorRules, occurrenceAtDoor } from '../domain/access.ts';
import { cardOccurrence } from '../domain/answers.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { organizerOf } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

/** What the holder of a shared link is shown before they say who they are. */
export interface PublicView {
  readonly title: string;
  /** In the meeting's zone. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizer: string;
  readonly status: 'open' | 'ended' | 'cancelled' | 'not-public';
}

/** Null for a link that is not ours, which is known before anything is read. Changes nothing. */
export type LookAtPublicMeeting = (link: string) => Promise<PublicView | null>;

export function makeLookAtPublicMeeting(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly links: JoinLinks;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): LookAtPublicMeeting {
  const { meetings, seats, links, rules, clock } = deps;

  return async (link) => {
    const id = links.readPublic(link);
    const meeting = id && (await meetings.find(id));
    if (!meeting) return null;
    const { startsAt, endsAt, isCancelled } = occurrenceAtDoor(meeting, clock.now(), rules);
    const { id: organizer, name } = organizerOf(meeting);
    const isOver = clock.now() >= endsAt.plus(rules.closesAfter);
    const isOn = meeting.access === 'public' && meeting.status === 'scheduled';
    return {
      title: meeting.title,
      startsAt,
      endsAt,
      organizer: name ?? (await seats.get(id, cardOccurrence(meeting), organizer)).name ?? 'the organizer',
      status: isCancelled ? 'cancelled' : !isOn ? 'not-public' : isOver ? 'ended' : 'open',
    };
  };
}
