import { isDeepStrictEqual } from 'node:util';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import { type OldRuns, remainderOf } from '../domain/retention.ts';
import { freshSeat, type Seat } from '../domain/seat.ts';
import type { CollectionSpec, DocumentStore, Documents, Stored } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { ofOldRuns } from './of-old-runs.ts';
import { type Plain, plain, revivedDocument } from './plain.ts';
import { removeListed } from './remove-listed.ts';

/** The same data with `Date` for every `DateTime`, however deep. */
type SeatDocument = Plain<Omit<Seat, 'meeting' | 'invitee'>> & { readonly meeting: string; readonly invitee: string };

export const SEATS: CollectionSpec = {
  name: 'seats',
  fields: { meeting: 'string' },
  indexes: [{ name: 'meeting', on: ['meeting'] }],
};

/** One small document per person and occurrence, so that many people at once do not fight over the meeting's. */
export type Seats = Awaited<ReturnType<typeof openSeats>>;

export async function openSeats(store: DocumentStore) {
  const documents: Documents<SeatDocument> = await store.collection(SEATS);

  return {
    async get(meeting: MeetingId, occurrence: string, invitee: InviteeId): Promise<Seat> {
      const stored = await documents.get(seatId(meeting, occurrence, invitee));
      return stored ? toSeat(stored) : freshSeat(meeting, occurrence, invitee);
    },

    async ofMeeting(meeting: MeetingId): Promise<Seat[]> {
      return (await documents.list('meeting', [meeting])).map(toSeat);
    },

    /** Of a run that somebody was told of apart from the series, that is kept. */
    async removeRuns(meeting: MeetingId, runs: OldRuns): Promise<void> {
      for await (const stored of ofOldRuns(documents, meeting, runs)) {
        const kept = remainderOf(toSeat(stored));
        if (!kept) await documents.remove(stored.id);
        else if (!isDeepStrictEqual(toDocument(kept), stored.value)) {
          await documents.replace(stored.id, stored.version, toDocument(kept));
        }
      }
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },

    async ofInvitee(meeting: MeetingId, invitee: InviteeId): Promise<Seat[]> {
      return (await this.ofMeeting(meeting)).filter((seat) => seat.invitee === invitee);
    },

    async removeOfInvitee(meeting: MeetingId, invitee: InviteeId): Promise<void> {
      for (const { occurrence } of await this.ofInvitee(meeting, invitee)) {
        await documents.remove(seatId(meeting, occurrence, invitee));
      }
    },

    /** Changes a seat, making it where it is missing. @param change must bear being run again on a fresh seat */
    async change(
      meeting: MeetingId,
      occurrence: string,
      invitee: InviteeId,
      change: (seat: Seat) => Partial<Seat>,
    ): Promise<void> {
      const id = seatId(meeting, occurrence, invitee);
      await changeOrAdd(documents, id, (value) => {
        const seat = value ? toSeat({ id, version: 0, value }) : freshSeat(meeting, occurrence, invitee);
        return toDocument({ ...seat, ...change(seat) });
      });
    },
  };
}

function seatId(meeting: MeetingId, occurrence: string, invitee: InviteeId): string {
  return `${meeting}/${occurrence}/${invitee}`;
}

function toDocument(seat: Seat): SeatDocument {
  return plain(seat) as SeatDocument;
}

/** What a document does not have yet, since it is from before, is as in a fresh seat. */
function toSeat({ value }: Stored<SeatDocument>): Seat {
  const seat = revivedDocument(value) as Seat;
  return { ...freshSeat(seat.meeting, seat.occurrence, seat.invitee), ...seat };
}
