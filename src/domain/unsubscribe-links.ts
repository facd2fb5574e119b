import type { InviteeId, MeetingId } from './ids.ts';
import { type LinkKeys, readJoinLink, signJoinLink } from './join-link.ts';

/** Whose reminders of which meeting a link ends. It opens no door. */
export interface Unsubscription {
  readonly meeting: MeetingId;
  readonly invitee: InviteeId;
}

export interface UnsubscribeLinks {
  urlFor(whose: Unsubscription): string;
  /** What the last part of such a URL says, or null if it is not ours. */
  read(text: string): Unsubscription | null;
}

/**
 * @param publicUrl an origin, without a slash at its end
 * @param keys of this purpose alone, so that no join link is one of these, nor the reverse
 */
export function makeUnsubscribeLinks(publicUrl: string, keys: LinkKeys): UnsubscribeLinks {
  return {
    urlFor: ({ meeting, invitee }) =>
      `${publicUrl}/unsubscribe/${signJoinLink({ meeting, invitee, version: 1 }, keys)}`,
    read: (text) => {
      const link = readJoinLink(text, keys);
      return link && { meeting: link.meeting, invitee: link.invitee };
    },
  };
}
