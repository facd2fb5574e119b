import { cardOccurrence } from '../domain/answers.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Known, Seat } from '../domain/seat.ts';
import { singledOut, truthOf } from '../domain/told.ts';
import type { Seats } from '../store/seats.ts';

export interface Told {
  readonly meeting: Meeting;
  readonly invitee: Invitee;
  /** What the message was about. */
  readonly occurrence: string;
  readonly truth: Known;
}

/**
 * Records what a person has just been told, in one write with the message that told it. Who is told of a whole series
 * knows its single runs as well.
 */
export type RecordKnowledge = (told: Told, message: (seat: Seat) => Partial<Seat>) => Promise<void>;

export function makeRecordKnowledge(seats: Pick<Seats, 'change' | 'ofInvitee'>): RecordKnowledge {
  return async ({ meeting, invitee, occurrence, truth }, message) => {
    if (meeting.series && occurrence === cardOccurrence(meeting)) {
      // First, so that after a crash in between nobody is told of single runs what the message has told them.
      for (const key of singledOut(meeting, await seats.ofInvitee(meeting.id, invitee.id))) {
        await seats.change(meeting.id, key, invitee.id, () => ({ knows: truthOf(meeting, invitee, key) }));
      }
    }
    await seats.change(meeting.id, occurrence, invitee.id, (seat) => ({ ...message(seat), knows: truth }));
  };
}
