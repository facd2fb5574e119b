import { DateTime } from 'luxon';
import { answerOf } from '../domain/answers.ts';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeByUser } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { AgendaEntryShown, TimeReader } from '../ports/messenger.ts';
import type { Seats } from '../store/seats.ts';
import type { Settings } from '../store/settings.ts';
import type { AgendaEntry, AgendaOf } from './agenda-of.ts';

export interface AgendaShown extends AgendaEntry {
  readonly invitee: Invitee;
}

/** What somebody still has on one day. */
export interface DayAgenda {
  readonly shown: readonly AgendaShown[];
  /** The same as it is said to them. */
  readonly entries: readonly AgendaEntryShown[];
  readonly reader: TimeReader;
}

/**
 * Null for whoever is no person in the workspace any more.
 *
 * @param day a date of the person's own calendar, as `2026-03-03`
 * @throws ChatFault
 */
export type AgendaFor = (workspace: WorkspaceId, user: SlackUserId, day: string) => Promise<DayAgenda | null>;

export function makeAgendaFor(deps: {
  readonly settings: Pick<Settings, 'get'>;
  readonly seats: Pick<Seats, 'ofInvitee'>;
  readonly agendaOf: AgendaOf;
  readonly directory: Pick<Directory, 'person'>;
  readonly links: Pick<JoinLinks, 'urlFor'>;
  readonly clock: Clock;
}): AgendaFor {
  const { settings, seats, agendaOf, directory, links, clock } = deps;

  return async (workspace, user, day) => {
    const [person, { zone: chosen = null }] = await Promise.all([
      directory.person(workspace, user),
      settings.get(workspace, user),
    ]);
    if (person?.kind !== 'person') return null;
    const zone = chosen ?? person.zone ?? 'UTC';
    const end = DateTime.fromISO(day, { zone }).endOf('day');
    const all = await agendaOf(workspace, user, clock.now().setZone(zone), end);
    const shown = (await Promise.all(all.map((entry) => wanted(entry, user)))).filter((entry) => entry !== null);
    const entries = shown.map(({ meeting, occurrence: { startsAt, endsAt }, invitee }) => ({
      title: meeting.title,
      startsAt,
      endsAt,
      joinUrl: links.urlFor(meeting, invitee),
    }));
    return { shown, entries, reader: { zone, locale: person.locale ?? 'en-US' } };
  };

  /** Null for what they declined. */
  async function wanted({ meeting, occurrence }: AgendaEntry, user: SlackUserId): Promise<AgendaShown | null> {
    const invitee = inviteeByUser(meeting, user);
    if (!invitee) return null;
    const own = await seats.ofInvitee(meeting.id, invitee.id);
    return answerOf(meeting, occurrence, invitee.id, own) === 'DECLINED' ? null : { meeting, occurrence, invitee };
  }
}
