import type { DateTime } from 'luxon';
import type { MeetingId } from '../domain/ids.ts';
import { inviteeByUser } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { plainLine } from '../domain/plain-text.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { planSlot, type SlotProblem } from '../domain/slot.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { AnswerProblem } from './answer-meeting.ts';
import type { Actor } from './change-meeting.ts';
import type { LookedAt } from './look-at-meeting.ts';

export const LONGEST_NOTE = 500;

/** The run that somebody was shown, and its start then. */
export interface ShownRun {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  /** Null where it is not known which. */
  readonly startsAt: DateTime | null;
}

export interface NewProposal extends ShownRun {
  /** The time that is proposed. */
  readonly rather: DateTime;
  readonly note: string;
  /** What Slack never repeats for another proposal. */
  readonly request: string;
}

export type ProposeTimeProblem =
  | AnswerProblem
  | SlotProblem
  | { readonly kind: 'is-organizer' }
  | { readonly kind: 'same-time' };

export interface ProposeTime {
  /** The run as it stands, for somebody who may propose another time for it. */
  look(actor: Actor, shown: ShownRun): Promise<Result<LookedAt, ProposeTimeProblem>>;
  /** Has the organizer asked. The same request twice is one proposal. */
  propose(actor: Actor, proposal: NewProposal): Promise<Result<LookedAt, ProposeTimeProblem>>;
}

/** An invitee's "could we rather meet then?": nothing is changed before somebody who may says so. */
export function makeProposeTime(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): ProposeTime {
  const { meetings, seats, clock, wake } = deps;

  const proposeTime: ProposeTime = {
    async look({ workspace, user }, { meeting: id, occurrence: key, startsAt }) {
      const meeting = await meetings.get(workspace, id);
      if (!meeting || !inviteeByUser(meeting, user)) return refuse({ kind: 'not-invited' });
      if (meeting.organizer === user) return refuse({ kind: 'is-organizer' });
      if (meeting.status === 'cancelled') return refuse({ kind: 'cancelled' });
      if (meeting.status !== 'scheduled') return refuse({ kind: 'not-invited' });
      const occurrence = occurrenceOf(meeting, key);
      if (!occurrence) return refuse({ kind: 'moved', startsAt: null });
      if (occurrence.isCancelled) return refuse({ kind: 'cancelled' });
      if (occurrence.endsAt <= clock.now()) return refuse({ kind: 'over' });
      const isMoved = startsAt !== null && startsAt.toUnixInteger() !== occurrence.startsAt.toUnixInteger();
      return isMoved ? refuse({ kind: 'moved', startsAt: occurrence.startsAt }) : ok({ meeting, occurrence });
    },

    async propose(actor, proposal) {
      const { rather, note, request } = proposal;
      const looked = await proposeTime.look(actor, proposal);
      if (!looked.ok) return looked;
      const { meeting, occurrence } = looked.value;
      const invitee = inviteeByUser(meeting, actor.user);
      const { startsAt: instead, endsAt } = occurrence;
      if (!invitee) return refuse({ kind: 'not-invited' });
      if (rather.toMillis() === instead.toMillis()) return refuse({ kind: 'same-time' });
      const at = clock.now();
      const slot = planSlot(rather, endsAt.diff(instead), at);
      if (!slot.ok) return slot;
      const said = { startsAt: rather, instead, note: plainLine(note, LONGEST_NOTE) || null, at, request };
      await seats.change(meeting.id, occurrence.key, invitee.id, ({ proposal: before }) =>
        before?.request === request ? {} : { proposal: said },
      );
      await meetings.replan(meeting.id, at);
      wake();
      return looked;
    },
  };
  return proposeTime;
}
