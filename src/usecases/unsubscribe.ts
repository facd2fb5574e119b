import { cardOccurrence } from '../domain/answers.ts';
import { inviteeOf } from '../domain/meeting.ts';
import type { UnsubscribeLinks } from '../domain/unsubscribe-links.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

/** Of which meeting a link ends the reminders, and whether they are wanted still. */
export interface Subscription {
  readonly title: string;
  readonly wantsReminders: boolean;
}

export interface Unsubscribe {
  /** Whether we made this link, told without reading anything; its meeting may be gone. */
  isGenuine(token: string): boolean;
  /** Null for a link that leads nowhere. Changes nothing. */
  look(token: string): Promise<Subscription | null>;
  /** Ends the reminders, or asks for them again; false for a link that leads nowhere. Twice is once. */
  choose(token: string, wantsReminders: boolean): Promise<boolean>;
}

export function makeUnsubscribe(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get' | 'change'>;
  readonly unsubscribeLinks: Pick<UnsubscribeLinks, 'read'>;
}): Unsubscribe {
  const { meetings, seats, unsubscribeLinks } = deps;

  return {
    isGenuine: (token) => unsubscribeLinks.read(token) !== null,
    async look(token) {
      const found = await find(token);
      if (!found) return null;
      const { meeting, invitee } = found;
      const { wantsNoReminders } = await seats.get(meeting.id, cardOccurrence(meeting), invitee);
      return { title: meeting.title, wantsReminders: !wantsNoReminders };
    },
    async choose(token, wantsReminders) {
      const found = await find(token);
      if (!found) return false;
      const { meeting, invitee } = found;
      const wish = { wantsNoReminders: !wantsReminders };
      await seats.change(meeting.id, cardOccurrence(meeting), invitee, () => wish);
      return true;
    },
  };

  async function find(token: string) {
    const link = unsubscribeLinks.read(token);
    const meeting = link && (await meetings.find(link.meeting));
    return link && meeting && inviteeOf(meeting, link.invitee) ? { meeting, invitee: link.invitee } : null;
  }
}
