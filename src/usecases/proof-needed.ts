import { maskedAddress } from '../domain/guest-code.ts';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { type JoinLink, type LinkKeys, signJoinLink } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf } from '../domain/meeting.ts';
import type { Meetings } from '../store/meetings.ts';

/**
 * What the holder of a link has to prove besides. A `ticket` begins signing in for this link, and is not the link: who
 * has only the ticket, and is not the invitee, is led nowhere by it.
 */
export type Proof =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'slack';
      readonly workspace: WorkspaceId;
      readonly user: SlackUserId;
      readonly ticket: string;
    }
  /** The code that is mailed to this address, which is masked. */
  | { readonly kind: 'code'; readonly link: JoinLink; readonly sentTo: string };

/** Chosen for each invitee. A link that leads nowhere asks for nothing: entering says what is wrong with it. */
export type ProofNeeded = (link: string) => Promise<Proof>;

/** @param ticketKeys of a purpose of their own */
export function makeProofNeeded(deps: {
  readonly meetings: Meetings;
  readonly links: JoinLinks;
  readonly ticketKeys: LinkKeys;
  readonly membersSignIn: boolean;
  readonly guestsGiveCodes: boolean;
}): ProofNeeded {
  const { meetings, links, ticketKeys, membersSignIn, guestsGiveCodes } = deps;

  return async (text) => {
    const link = links.read(text);
    const meeting = link && (await meetings.find(link.meeting));
    const invitee = meeting && inviteeOf(meeting, link.invitee);
    if (!link || !meeting || !invitee) return { kind: 'nothing' };
    // Nobody outside has an account to sign in with.
    if (invitee.email && guestsGiveCodes) return { kind: 'code', link, sentTo: maskedAddress(invitee.email) };
    if (!invitee.user || !membersSignIn) return { kind: 'nothing' };
    return {
      kind: 'slack',
      workspace: meeting.workspace,
      user: invitee.user,
      ticket: signJoinLink(link, ticketKeys),
    };
  };
}
