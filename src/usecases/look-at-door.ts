import type { DateTime } from 'luxon';
import type { Refusal } from '../domain/access.ts';
import { cardOccurrence } from '../domain/answers.ts';
import type { CalendarChoice } from '../domain/calendar-choice.ts';
import { calendarWayOf } from '../domain/calendar-way.ts';
import type { EarlierStart } from '../domain/earlier-starts.ts';
import type { Invitee, Role } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf, type Meeting, organizerOf } from '../domain/meeting.ts';
import type { Occurrence } from '../domain/occurrence.ts';
import type { PartStat } from '../domain/seat.ts';
import { shownName } from '../domain/shown-name.ts';
import type { Seats } from '../store/seats.ts';
import type { LookUpDoor } from './look-up-door.ts';

/** What the holder of a genuine link is shown before they press anything. */
export interface DoorView {
  readonly title: string;
  /** In the meeting's zone. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  /** As the series has it, where this run alone was moved. */
  readonly plannedAt: DateTime;
  readonly earlierStarts: readonly EarlierStart[];
  /** How it comes into this person's calendar. */
  readonly calendar: CalendarChoice;
  /** Of the calendar file as it stands now; a file with a lower one is out of date. */
  readonly sequence: number;
  readonly organizer: string;
  readonly workspace: string | null;
  readonly invitee: string;
  readonly role: Role;
  /** What the invitee answered to this time of it; null while that is open. */
  readonly answer: PartStat | null;
  /** Whether they were asked: a visitor was not, and the organizer comes. */
  readonly mayAnswer: boolean;
  readonly repeats: boolean;
  readonly status: { readonly kind: 'open' } | Refusal;
  /** The room is a demonstration: no call is made. */
  readonly simulated: boolean;
  /** The names of those who came in, for the demonstration only, and only where they were asked for. */
  readonly entered: readonly string[];
}

/** Null for a link that is not ours, which is known before anything is read. Changes nothing. */
export type LookAtDoor = (link: string, withEntered?: boolean) => Promise<DoorView | null>;

export function makeLookAtDoor(deps: {
  readonly lookUpDoor: LookUpDoor;
  readonly seats: Seats;
  readonly links: JoinLinks;
  readonly simulated: boolean;
}): LookAtDoor {
  const { lookUpDoor, seats, links, simulated } = deps;

  return async (text, withEntered = false) => {
    const link = links.read(text);
    const found = link && (await lookUpDoor(link));
    if (!link || !found) return null;
    const { meeting, occurrence, holder, seat, whole, answer, admitted } = found;
    const names = simulated && withEntered ? await enteredNames(meeting, occurrence) : [];
    const invitee = holder ?? inviteeOf(meeting, link.invitee);

    return {
      title: meeting.title,
      startsAt: occurrence.startsAt,
      endsAt: occurrence.endsAt,
      plannedAt: occurrence.plannedAt,
      earlierStarts: meeting.earlierStarts,
      calendar: calendarWayOf(invitee, whole),
      sequence: meeting.sequence,
      organizer: await nameOf(meeting, organizerOf(meeting)),
      workspace: meeting.workspaceName || null,
      invitee: shownName(invitee ?? NOBODY, seat.name),
      role: invitee?.role ?? 'guest',
      answer,
      mayAnswer: holder !== null && inviteeOf(meeting, holder.id) !== null && holder.user !== meeting.organizer,
      repeats: meeting.series !== null,
      status: admitted.ok ? { kind: 'open' } : admitted.problem,
      simulated,
      entered: names,
    };
  };

  async function nameOf(meeting: Meeting, one: Invitee): Promise<string> {
    return shownName(one, one.name ?? (await seats.get(meeting.id, cardOccurrence(meeting), one.id)).name);
  }

  async function enteredNames(meeting: Meeting, { key }: Occurrence): Promise<string[]> {
    const taken = await seats.ofMeeting(meeting.id);
    return taken
      .filter(({ occurrence, enteredAt }) => occurrence === key && enteredAt)
      .map(({ invitee, name }) => shownName(inviteeOf(meeting, invitee) ?? NOBODY, name));
  }
}

/** A visitor is known by their seat alone. */
const NOBODY = { name: null, email: null } as const;
