import { cardOccurrence } from '../domain/answers.ts';
import { inviteeOf } from '../domain/meeting.ts';
import type { UnsubscribeLinks } from '../domain/unsubscribe-links.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

export interface Unsubscribe {
  /** The title of the meeting whose reminders such a link ends; null for a link that leads nowhere. Changes nothing. */
  look(token: string): Promise<string | null>;
  /** Ends them; false for a link that leads nowhere. Ending them twice is ending them once. */
  end(token: string): Promise<boolean>;
}

export function makeUnsubscribe(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly unsubscribeLinks: Pick<UnsubscribeLinks, 'read'>;
}): Unsubscribe {
  const { meetings, seats, unsubscribeLinks } = deps;

  return {
    look: async (token) => (await find(token))?.meeting.title ?? null,
    async end(token) {
      const found = await find(token);
      if (!found) return false;
      const { meeting, invitee } = found;
      await seats.change(meeting.id, cardOccurrence(meeting), invitee, () => ({ wantsNoReminders: true }));
      return true;
    },
  };

  async function find(token: string) {
    const link = unsubscribeLinks.read(token);
    const meeting = link && (await meetings.find(link.meeting));
    return link && meeting && inviteeOf(meeting, link.invitee) ? { meeting, invitee: link.invitee } : null;
  }
}
