import type { Outcome } from '../domain/delivery.ts';
import { inviteeOf } from '../domain/meeting.ts';
import type { Seat } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { BringCard } from './bring-card.ts';
import type { BringFile } from './bring-file.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** The organizer hears that a person was not reached yet after this many tries; it is tried further. */
const TRIES_BEFORE_TELLING = 5;

/** Brings one person the card and then the calendar file; a repeated attempt goes on where the last one stopped. */
export function makeSendInvitation(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly directory: Directory;
  readonly bringCard: BringCard;
  readonly bringFile: BringFile;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, directory, bringCard, bringFile, clock } = deps;

  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const invitee = meeting && delivery.invitee && inviteeOf(meeting, delivery.invitee);
    const user = invitee?.user;
    if (!meeting || !invitee || !user || meeting.status !== 'scheduled')
      return { kind: 'dropped', reason: 'no longer wanted' };
    const seat = await seats.get(meeting.id, delivery.occurrence, invitee.id);
    if (clock.now() >= meeting.endsAt) {
      await noteUnreached(seat, 'too-late', true);
      return { kind: 'dropped', reason: 'the meeting is over' };
    }
    let { card } = seat;
    try {
      const person = await directory.person(meeting.workspace, user);
      if (person?.kind !== 'person') return await giveUp(seat, person?.kind ?? 'unknown');
      card ??= await bringCard(meeting, invitee, person, delivery, stillMine);
      await bringFile(meeting, invitee, seat, card.channel, delivery, stillMine);
      if (seat.unreached) await change(seat, () => ({ unreached: null }));
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      if (error.kind === 'unreachable' || error.kind === 'refused') return await giveUp(seat, error.code);
      if (error.kind === 'unauthorized' || delivery.attempts >= TRIES_BEFORE_TELLING) {
        await noteUnreached(seat, error.code, false);
      }
      return { ...afterFault(error), ...(card && { needs: 'file' }) };
    }
  };

  async function giveUp(seat: Seat, reason: string): Promise<Outcome> {
    await noteUnreached(seat, reason, true);
    return { kind: 'parked', reason };
  }

  /** Who was told that we are still trying is told once more when we have given up. */
  async function noteUnreached(seat: Seat, reason: string, final: boolean): Promise<void> {
    const at = clock.now();
    await change(seat, ({ card, unreached }) => {
      if (unreached && (unreached.final || !final)) return {};
      return { unreached: { what: card ? 'calendar file' : 'invitation', reason, at, final, told: false } };
    });
    await meetings.replan(seat.meeting, at);
  }

  async function change(seat: Seat, changed: (seat: Seat) => Partial<Seat>): Promise<void> {
    await seats.change(seat.meeting, seat.occurrence, seat.invitee, changed);
  }
}
