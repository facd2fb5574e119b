import { admit, type DoorRules, holderOf, occurrenceAtDoor, presenceIn, type Refusal } from '../domain/access.ts';
import { answerOf, cardOccurrence } from '../domain/answers.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLink } from '../domain/join-link.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Occurrence } from '../domain/occurrence.ts';
import type { Result } from '../domain/result.ts';
import type { PartStat, Seat } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

/** Everything the door knows when somebody stands before it with a genuine link. */
export interface AtTheDoor {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  /** Null when the link stands for nobody any more. */
  readonly holder: Invitee | null;
  /** Of this occurrence. */
  readonly seat: Seat;
  /** Of the whole meeting, see `cardOccurrence`. */
  readonly whole: Seat;
  /** What the holder answered to this occurrence; null while that is open. */
  readonly answer: PartStat | null;
  readonly admitted: Result<Invitee, Refusal>;
}

/** Reads all of it as it stands now; null when there is no such meeting. */
export type LookUpDoor = (link: JoinLink) => Promise<AtTheDoor | null>;

export function makeLookUpDoor(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly rooms: Rooms;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): LookUpDoor {
  const { meetings, seats, rooms, rules, clock } = deps;

  return async (link) => {
    const meeting = await meetings.find(link.meeting);
    if (!meeting) return null;
    const now = clock.now();
    const occurrence = occurrenceAtDoor(meeting, now, rules);
    const seatAt = (key: string) => seats.get(meeting.id, key, link.invitee);
    const [seat, room, ofSeries] = await Promise.all([
      seatAt(occurrence.key),
      rooms.get(meeting.id, occurrence.key),
      meeting.series && seatAt(cardOccurrence(meeting)),
    ]);
    const whole = ofSeries ?? seat;
    const holder = holderOf(meeting, link, whole);
    const answer = answerOf(meeting, occurrence, link.invitee, [seat, whole]);
    const admitted = admit(meeting, occurrence, holder, presenceIn(seat, room), now, rules);
    return { meeting, occurrence, holder, seat: { ...seat, name: seat.name ?? whole.name }, whole, answer, admitted };
  };
}
