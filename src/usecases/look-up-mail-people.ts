import { cardOccurrence } from '../domain/answers.ts';
import type { Invitee } from '../domain/invitee.ts';
import { type Meeting, organizerOf } from '../domain/meeting.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory, Person } from '../ports/directory.ts';
import type { TimeReader } from '../ports/messenger.ts';
import type { Seats } from '../store/seats.ts';
import { readerOf } from './look-at-card.ts';

/** Between whom a mail goes, as far as that is known. */
export interface MailPeople {
  readonly organizerName: string | null;
  /** Where answers to the mail go; null when it is not known. */
  readonly organizerAddress: string | null;
  readonly readerName: string | null;
  /** Null for somebody in Slack whose address we may not read. */
  readonly readerAddress: string | null;
  readonly reader: TimeReader;
}

/** @throws ChatFault where the reader is somebody in Slack, and Slack does not tell who */
export type LookUpMailPeople = (meeting: Meeting, invitee: Invitee) => Promise<MailPeople>;

/** A guest reads times in the meeting's zone and on the organizer's clock, since nothing else is known of them. */
export function makeLookUpMailPeople(deps: {
  readonly seats: Pick<Seats, 'get'>;
  readonly directory: Directory;
}): LookUpMailPeople {
  const { seats, directory } = deps;

  return async (meeting, { user, email, name }) => {
    const organizer = await whatSlackTells(meeting);
    const person = user ? await directory.person(meeting.workspace, user) : null;
    const { id, name: storedName } = organizerOf(meeting);
    const seat = organizer ? null : await seats.get(meeting.id, cardOccurrence(meeting), id);
    const { zone, locale } = readerOf(person, meeting);
    return {
      organizerName: organizer?.name ?? storedName ?? seat?.name ?? null,
      organizerAddress: organizer?.email ?? null,
      readerName: person?.name ?? name,
      readerAddress: user ? (person?.email ?? null) : email,
      reader: { zone, locale: user ? locale : (organizer?.locale ?? locale) },
    };
  };

  /** A mail to a guest does not wait for Slack. */
  async function whatSlackTells({ workspace, organizer }: Meeting): Promise<Person | null> {
    try {
      return await directory.person(workspace, organizer);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return null;
    }
  }
}
