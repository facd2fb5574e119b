import type { Logger } from 'pino';
import { type LinkKeys, readJoinLink } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { isSlackPerson, type SlackPerson } from '../domain/slack-person.ts';
import type { Meetings } from '../store/meetings.ts';

export type SignInProblem =
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'wrong-person'; readonly workspaceName: string };

/** The workspace that a ticket is for; null for one that we did not make, or whose meeting is gone. */
export type WorkspaceOfTicket = (ticket: string) => Promise<string | null>;

/** Answers who signed in for a ticket with the address of the link it was made for, if that is theirs. */
export type AcceptSignIn = (ticket: string, person: SlackPerson) => Promise<Result<string, SignInProblem>>;

export function makeAcceptSignIn(deps: {
  readonly meetings: Meetings;
  readonly links: JoinLinks;
  readonly ticketKeys: LinkKeys;
  readonly log: Pick<Logger, 'info'>;
}): { readonly workspaceOf: WorkspaceOfTicket; readonly accept: AcceptSignIn } {
  const { meetings, links, ticketKeys, log } = deps;

  async function find(ticket: string) {
    const link = readJoinLink(ticket, ticketKeys);
    const meeting = link && (await meetings.find(link.meeting));
    const invitee = meeting && inviteeOf(meeting, link.invitee);
    return link && meeting && invitee ? { link, meeting, invitee } : null;
  }

  return {
    workspaceOf: async (ticket) => (await find(ticket))?.meeting.workspace ?? null,
    accept: async (ticket, person) => {
      const found = await find(ticket);
      if (!found) return refuse({ kind: 'unknown-link' });
      const { link, meeting, invitee } = found;
      const isInvitee = invitee.user !== null && isSlackPerson(person, meeting.workspace, invitee.user);
      const answer = isInvitee ? 'signed in' : 'somebody else';
      log.info({ meeting: meeting.id, invitee: invitee.id, answer }, 'somebody signed in at the door');
      if (!isInvitee) return refuse({ kind: 'wrong-person', workspaceName: meeting.workspaceName });
      // A link that was withdrawn meanwhile stays so: its page tells.
      return ok(links.urlFor(meeting, { ...invitee, linkVersion: link.version }));
    },
  };
}
