import type { Delivery, Outcome } from '../domain/delivery.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import type { Seat, Unreached } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Person } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';

/** The organizer hears that a person was not reached yet after this many tries; it is tried further. */
const TRIES_BEFORE_TELLING = 5;

/** What is to be brought to one person. */
export interface Errand {
  readonly meeting: Meeting;
  /** Where it is noted that they could not be reached. */
  readonly seat: Seat;
  readonly delivery: Delivery;
  /** What they lack, were it to end now. */
  readonly lacking: () => Unreached['what'];
  /** @throws ChatFault */
  readonly bring: (person: Person) => Promise<Outcome>;
}

export interface ReachPerson {
  (errand: Errand): Promise<Outcome>;
  /** Notes for the organizer that it did not get there; nobody hears of those who are not invited any more. */
  note(errand: Pick<Errand, 'meeting' | 'seat' | 'lacking'>, reason: string, final: boolean): Promise<void>;
}

/** Brings something to a person in Slack, if there is such a person, and notes for the organizer where it cannot be done. */
export function makeReachPerson(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly directory: Directory;
  readonly clock: Clock;
}): ReachPerson {
  const { meetings, seats, directory, clock } = deps;
  return Object.assign(reach, { note });

  async function reach(errand: Errand): Promise<Outcome> {
    const { meeting, seat, delivery, bring } = errand;
    try {
      const user = personIn(meeting, seat);
      const person = user && (await directory.person(meeting.workspace, user));
      if (person?.kind !== 'person') return await giveUp(errand, person?.kind ?? 'unknown');
      return await bring(person);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      if (error.kind === 'unreachable' || error.kind === 'refused') return await giveUp(errand, error.code);
      if (error.kind === 'unauthorized' || delivery.attempts >= TRIES_BEFORE_TELLING) {
        await note(errand, error.code, false);
      }
      return afterFault(error);
    }
  }

  async function giveUp(errand: Errand, reason: string): Promise<Outcome> {
    await note(errand, reason, true);
    return { kind: 'parked', reason };
  }

  /** Who was told that we are still trying is told once more when we have given up. */
  async function note({ meeting, seat, lacking }: Parameters<ReachPerson['note']>[0], reason: string, final: boolean) {
    if (!inviteeOf(meeting, seat.invitee)) return;
    const at = clock.now();
    const what = lacking();
    await seats.change(seat.meeting, seat.occurrence, seat.invitee, ({ unreached }) =>
      unreached && (unreached.final || !final) ? {} : { unreached: { what, reason, at, final, told: false } },
    );
    await meetings.replan(seat.meeting, at);
  }
}

function personIn({ invitees, former }: Meeting, { invitee }: Seat) {
  return [...invitees, ...former].find(({ id }) => id === invitee)?.user ?? null;
}
