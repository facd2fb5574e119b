import type { DateTime } from 'luxon';
import { admit, type DoorRules, type Refusal } from '../domain/access.ts';
import type { Role } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf, ONLY_OCCURRENCE, organizerOf } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

/** What the holder of a genuine link is shown before they press anything. */
export interface DoorView {
  readonly title: string;
  /** In the meeting's zone. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizer: string;
  readonly workspace: string | null;
  readonly invitee: string;
  readonly role: Role;
  readonly status: { readonly kind: 'open' } | Refusal;
  /** The room is a demonstration: no call is made. */
  readonly simulated: boolean;
  /** The names of those who came in, for the demonstration only. */
  readonly entered: readonly string[];
}

/** Null for a link that is not ours, which is known before anything is read. Changes nothing. */
export type LookAtDoor = (link: string) => Promise<DoorView | null>;

export function makeLookAtDoor(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly rooms: Rooms;
  readonly links: JoinLinks;
  readonly rules: DoorRules;
  readonly simulated: boolean;
  readonly clock: Clock;
}): LookAtDoor {
  const { meetings, seats, rooms, links, rules, simulated, clock } = deps;

  return async (text) => {
    const link = links.read(text);
    const meeting = link && (await meetings.find(link.meeting));
    if (!link || !meeting) return null;
    const [taken, room] = await Promise.all([seats.ofMeeting(meeting.id), rooms.get(meeting.id, ONLY_OCCURRENCE)]);
    const seatOf = (id: string) => taken.find(({ invitee }) => invitee === id);
    const nameOf = (id: string) => meeting.invitees.find((one) => one.id === id)?.name ?? seatOf(id)?.name ?? 'Guest';
    const presence = { enteredAt: seatOf(link.invitee)?.enteredAt ?? null, openedAt: room?.openedAt ?? null };
    const admitted = admit(meeting, link, presence, clock.now(), rules);

    return {
      title: meeting.title,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      organizer: nameOf(organizerOf(meeting).id),
      workspace: meeting.workspaceName || null,
      invitee: nameOf(link.invitee),
      role: inviteeOf(meeting, link.invitee)?.role ?? 'guest',
      status: admitted.ok ? { kind: 'open' } : admitted.problem,
      simulated,
      entered: simulated ? taken.filter(({ enteredAt }) => enteredAt).map(({ invitee }) => nameOf(invitee)) : [],
    };
  };
}
