import type { LinkKeys } from '../../domain/join-link.ts';
import type { SignInService } from '../../ports/sign-in.ts';
import type { AcceptSignIn, WorkspaceOfTicket } from '../../usecases/accept-sign-in.ts';
import type { IssueGuestCode } from '../../usecases/issue-guest-code.ts';
import type { ProofNeeded } from '../../usecases/proof-needed.ts';
import type { ProveGuest } from '../../usecases/prove-guest.ts';

/** What the door needs where a link alone does not prove who somebody is. */
export interface DoorIdentity {
  readonly proofNeeded: ProofNeeded;
  /** Null where nobody signs in. */
  readonly slack: SlackIdentity | null;
  /** Null where guests are asked for no code. */
  readonly guests: GuestIdentity | null;
  /** For cookies alone. */
  readonly sessionKeys: LinkKeys;
}

export interface GuestIdentity {
  readonly issue: IssueGuestCode;
  readonly prove: ProveGuest;
}

export interface SlackIdentity {
  readonly workspaceOf: WorkspaceOfTicket;
  readonly accept: AcceptSignIn;
  readonly signIn: SignInService;
}
