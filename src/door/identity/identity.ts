import type { LinkKeys } from '../../domain/join-link.ts';
import type { SignInService } from '../../ports/sign-in.ts';
import type { AcceptSignIn, WorkspaceOfTicket } from '../../usecases/accept-sign-in.ts';
import type { ProofNeeded } from '../../usecases/proof-needed.ts';

/** What the door needs where a link alone does not prove who somebody is. */
export interface DoorIdentity {
  readonly proofNeeded: ProofNeeded;
  readonly workspaceOf: WorkspaceOfTicket;
  readonly accept: AcceptSignIn;
  readonly signIn: SignInService;
  /** For cookies alone. */
  readonly sessionKeys: LinkKeys;
}
