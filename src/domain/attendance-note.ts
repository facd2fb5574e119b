import { DateTime } from 'luxon';
import { type DoorRules, isSinceOpeningThere } from './access.ts';
import { answerOf, cardOccurrence } from './answers.ts';
import { attendanceOf } from './attendance.ts';
import type { InviteeId } from './ids.ts';
import { type Party, partyOf } from './invitee.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import type { Occurrence } from './occurrence.ts';
import { useOf } from './room-use.ts';
import type { Seat } from './seat.ts';
import type { Session } from './session.ts';

/** Who came to one occurrence, for its organizer. */
export interface AttendanceNote {
  /** Besides the organizer. */
  readonly came: readonly Arrival[];
  readonly organizerCame: boolean;
  /** Said yes, and were not seen. */
  readonly missing: readonly Party[];
  /** From when to when it was held; null where that is not known. */
  readonly held: { readonly from: DateTime; readonly until: DateTime } | null;
}

export interface Arrival {
  readonly who: Party;
  /** After the start; 0 for who was on time. */
  readonly minutesLate: number;
  /** Before the others; 0 for who stayed. */
  readonly minutesEarly: number;
}

/** Whoever comes within this is on time. */
const GRACE_MINUTES = 2;
const LEFT_EARLY_MINUTES = 5;

/** Null where nobody but the organizer was seen and nobody had said yes: then there is nothing to tell. */
export function attendanceNote(
  meeting: Meeting,
  occurrence: Occurrence,
  session: Session,
  seats: readonly Seat[],
  now: DateTime,
  rules: DoorRules,
): AttendanceNote | null {
  const isOrganizer = (id: InviteeId) => inviteeOf(meeting, id)?.user === meeting.organizer;
  const { held } = useOf(session, occurrence, rules);
  const end = DateTime.min(occurrence.endsAt, held?.until ?? occurrence.endsAt);
  const seen = attendanceOf(session, now).filter(({ firstCameAt, lastLeftAt }) =>
    isSinceOpeningThere(lastLeftAt ?? firstCameAt, occurrence, rules),
  );
  const came = seen
    .filter(({ person }) => !isOrganizer(person))
    .map(({ person, firstCameAt, lastLeftAt }): Arrival => {
      const late = minutesBetween(occurrence.startsAt, firstCameAt);
      const early = lastLeftAt ? minutesBetween(lastLeftAt, end) : 0;
      return {
        who: whoIs(person),
        minutesLate: late > GRACE_MINUTES ? late : 0,
        minutesEarly: early >= LEFT_EARLY_MINUTES ? early : 0,
      };
    });
  const organizerCame = seen.some(({ person }) => isOrganizer(person));
  const isSeen = new Set(seen.map(({ person }) => person));
  const missing = meeting.invitees
    .filter(({ id, user }) => user !== meeting.organizer && !isSeen.has(id))
    .filter(({ id }) => answerOf(meeting, occurrence, id, seats) === 'ACCEPTED')
    .map(partyOf);
  return seen.length === 0 || came.length + missing.length === 0 ? null : { came, organizerCame, missing, held };

  function whoIs(person: InviteeId): Party {
    const invitee = inviteeOf(meeting, person) ?? meeting.former.find(({ id }) => id === person);
    if (invitee) return partyOf(invitee);
    const whole = seats.find((seat) => seat.invitee === person && seat.occurrence === cardOccurrence(meeting));
    return { user: null, email: null, name: whole?.name ?? null };
  }
}

/** Whole minutes, begun ones left out; not less than 0. */
function minutesBetween(from: DateTime, to: DateTime): number {
  return Math.max(0, Math.floor(to.diff(from).as('minutes')));
}
