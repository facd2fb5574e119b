import { answerOf } from '../domain/answers.ts';
import type { Outcome } from '../domain/delivery.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeByUser } from '../domain/meeting.ts';
import { dateOf } from '../domain/morning.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { AgendaEntryShown, Messenger } from '../ports/messenger.ts';
import type { Mornings } from '../store/mornings.ts';
import type { Seats } from '../store/seats.ts';
import type { Settings } from '../store/settings.ts';
import { afterFault } from './after-fault.ts';
import type { AgendaEntry, AgendaOf } from './agenda-of.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';

/** Sends somebody what they still have on today, with their own buttons to join; nothing where that is nothing. */
export function makeTellAgenda(deps: {
  readonly mornings: Pick<Mornings, 'find'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly seats: Pick<Seats, 'ofInvitee'>;
  readonly agendaOf: AgendaOf;
  readonly directory: Pick<Directory, 'person'>;
  readonly messenger: Messenger;
  readonly links: JoinLinks;
  readonly clock: Clock;
}): PerformDelivery {
  const { mornings, settings, seats, agendaOf, directory, messenger, links, clock } = deps;

  return async (delivery, stillMine) => {
    const morning = await mornings.find(delivery.meeting);
    if (!morning) return { kind: 'dropped', reason: 'no longer wanted' };
    const { workspace, user } = morning;
    try {
      const [person, { agendaHour = null, zone: chosen = null }] = await Promise.all([
        directory.person(workspace, user),
        settings.get(workspace, user),
      ]);
      if (person?.kind !== 'person' || agendaHour === null) return { kind: 'dropped', reason: 'no longer wanted' };
      const zone = chosen ?? person.zone ?? 'UTC';
      const now = clock.now().setZone(zone);
      if (dateOf(now) !== delivery.occurrence) return { kind: 'dropped', reason: 'the day is over' };
      const today = await agendaOf(workspace, user, now, now.endOf('day'));
      const entries = (await Promise.all(today.map((entry) => shown(entry)))).filter((entry) => entry !== null);
      if (entries.length === 0) return { kind: 'dropped', reason: 'nothing is on today' };
      const reader = { zone, locale: person.locale ?? 'en-US' };
      await postOnce(messenger, delivery, user, { kind: 'agenda', entries, reader }, stillMine);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return withoutParking(afterFault(error));
    }

    /** Null for what they declined. */
    async function shown({ meeting, occurrence }: AgendaEntry): Promise<AgendaEntryShown | null> {
      const invitee = inviteeByUser(meeting, user);
      if (!invitee) return null;
      const own = await seats.ofInvitee(meeting.id, invitee.id);
      if (answerOf(meeting, occurrence, invitee.id, own) === 'DECLINED') return null;
      const { startsAt, endsAt } = occurrence;
      return { title: meeting.title, startsAt, endsAt, joinUrl: links.urlFor(meeting, invitee) };
    }
  };
}

/** Tomorrow there is another one. */
function withoutParking(outcome: Outcome): Outcome {
  return outcome.kind === 'parked' ? { kind: 'dropped', reason: outcome.reason } : outcome;
}
