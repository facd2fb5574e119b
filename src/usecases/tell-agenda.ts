import { dateOf } from '../domain/morning.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { AgendaMessage, Messenger } from '../ports/messenger.ts';
import type { Mornings } from '../store/mornings.ts';
import type { Settings } from '../store/settings.ts';
import { afterFault } from './after-fault.ts';
import type { AgendaFor } from './agenda-for.ts';
import type { AgendaPlaces } from './agenda-places.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';
import { withoutParking } from './without-parking.ts';

/** Sends somebody what they still have on today, with their own buttons to join; nothing where that is nothing. */
export function makeTellAgenda(deps: {
  readonly mornings: Pick<Mornings, 'find'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly agendaFor: AgendaFor;
  readonly agendaPlaces: AgendaPlaces;
  readonly messenger: Messenger;
  readonly clock: Clock;
}): PerformDelivery {
  const { mornings, settings, agendaFor, agendaPlaces, messenger, clock } = deps;

  return async (delivery, stillMine) => {
    const morning = await mornings.find(delivery.meeting);
    if (!morning) return { kind: 'dropped', reason: 'no longer wanted' };
    const { workspace, user } = morning;
    const day = delivery.occurrence;
    try {
      const { agendaHour = null } = await settings.get(workspace, user);
      const agenda = await agendaFor(workspace, user, day);
      if (!agenda || agendaHour === null) return { kind: 'dropped', reason: 'no longer wanted' };
      const { shown, entries, reader } = agenda;
      if (dateOf(clock.now().setZone(reader.zone)) !== day) return { kind: 'dropped', reason: 'the day is over' };
      if (entries.length === 0) return { kind: 'dropped', reason: 'nothing is on today' };
      const message: AgendaMessage = { kind: 'agenda', isMorning: true, entries, reader };
      const { at, isFound } = await postOnce(messenger, delivery, user, message, stillMine);
      if (isFound) await messenger.update(workspace, at, message);
      await agendaPlaces.note(shown, { ...at, day });
      await agendaPlaces.check(shown);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return withoutParking(afterFault(error));
    }
  };
}
