import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { type LinkKeys, signJoinLink } from '../domain/join-link.ts';
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
    };

/** Chosen for each invitee. A link that leads nowhere asks for nothing: entering says what is wrong with it. */
export type ProofNeeded = (link: string) => Promise<Proof>;

/** @param ticketKeys of a purpose of their own */
export function makeProofNeeded(deps: {
  readonly meetings: Meetings;
  readonly links: JoinLinks;
  readonly ticketKeys: LinkKeys;
}): ProofNeeded {
  const { meetings, links, ticketKeys } = deps;

  return async (text) => {
    const link = links.read(text);
    const meeting = link && (await meetings.find(link.meeting));
    const invitee = meeting && inviteeOf(meeting, link.invitee);
    // Nobody outside has an account to sign in with.
    if (!link || !meeting || !invitee?.user) return { kind: 'nothing' };
    return {
      kind: 'slack',
      workspace: meeting.workspace,
      user: invitee.user,
      ticket: signJoinLink(link, ticketKeys),
    };
  };
}
