import { messageOfCause } from '../domain/spent.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { AgendaMessage, Messenger } from '../ports/messenger.ts';
import { afterFault } from './after-fault.ts';
import type { AgendaFor, AgendaShown } from './agenda-for.ts';
import { type AgendaPlaces, placeOf, withoutAgenda } from './agenda-places.ts';
import { personOf } from './look-at-card.ts';
import type { LookAtStanding } from './look-at-standing.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { type Removal, removeOrEmpty, type TakeOut } from './take-out.ts';
import { withoutParking } from './without-parking.ts';

/**
 * Makes a morning's agenda show what is still on that day, or removes it where that is nothing. Two that do so at once
 * each note what they have shown after their edit, and look again, so that whichever arrives last is put right.
 */
export function makeShowAgenda(deps: {
  readonly lookAtStanding: LookAtStanding;
  readonly agendaFor: AgendaFor;
  readonly agendaPlaces: AgendaPlaces;
  readonly messenger: Pick<Messenger, 'remove' | 'update'>;
  readonly takeOut: TakeOut;
  readonly clock: Clock;
}): PerformDelivery {
  const { lookAtStanding, agendaFor, agendaPlaces, messenger, takeOut, clock } = deps;

  return async (delivery, stillMine) => {
    const look = await lookAtStanding(delivery);
    const stale = look?.staleAgendas.find(({ ts }) => ts === messageOfCause(delivery.cause));
    const user = look && personOf(look.meeting, look.seat.invitee)?.user;
    if (!look || !stale || !user) return { kind: 'dropped', reason: 'it is gone, or shows what is so' };
    const { meeting, seat } = look;
    const { workspace } = meeting;
    try {
      const agenda = await agendaFor(workspace, user, stale.day);
      if (!agenda) return { kind: 'dropped', reason: 'no longer wanted' };
      const { shown, entries, reader } = agenda;
      const message: AgendaMessage = { kind: 'agenda', isMorning: false, entries, reader };
      const isOwn = (one: AgendaShown) => one.meeting.id === meeting.id && one.occurrence.key === seat.occurrence;
      const [own, others] = [shown.filter(isOwn), shown.filter((one) => !isOwn(one))];
      const removal: Removal = {
        remove: async () => {
          if (entries.length === 0) return removeOrEmpty(messenger, workspace, stale, () => message);
          await messenger.update(workspace, stale, message);
          // After the edit, so that what another one has noted meanwhile does not stand for what is shown now.
          await agendaPlaces.note(others, stale);
        },
        without: (now) => ({
          agendas: [...withoutAgenda(now, stale), ...own.map((one) => placeOf(one, stale, clock.now()))],
        }),
      };
      const outcome = await takeOut(seat, [removal], stillMine);
      await agendaPlaces.check(shown);
      return withoutParking(outcome);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return withoutParking(afterFault(error));
    }
  };
}
