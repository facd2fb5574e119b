import { isSlackPerson } from '../../domain/slack-person.ts';
import type { ProofNeeded } from '../../usecases/proof-needed.ts';
import type { WithHeaders } from './cookies.ts';
import type { GuestSessions } from './guest-sessions.ts';
import type { Sessions } from './sessions.ts';

/** What the person at a link has to do before they can join. */
export type MissingProof =
  | {
      readonly kind: 'sign-in';
      readonly href: string;
      /** Who this browser is signed in as, where that is not the invitee. */
      readonly signedInAs: string | null;
    }
  /** The code that is mailed to this address, which is masked. */
  | { readonly kind: 'code'; readonly sentTo: string };

/** Null where nothing is missing. */
export type FindMissingProof = (req: WithHeaders, link: string) => Promise<MissingProof | null>;

/** `needless`: the link alone is proof enough. */
export type FindProof = (req: WithHeaders, link: string) => Promise<MissingProof | 'needless' | 'given'>;

export function makeFindProof(deps: {
  readonly proofNeeded: ProofNeeded;
  readonly sessions: Sessions;
  readonly guestSessions: GuestSessions;
}): FindProof {
  const { proofNeeded, sessions, guestSessions } = deps;

  return async (req, link) => {
    const proof = await proofNeeded(link);
    switch (proof.kind) {
      case 'nothing':
        return 'needless';
      case 'code':
        return (await guestSessions.isProven(req, proof.link)) ? 'given' : { kind: 'code', sentTo: proof.sentTo };
      case 'slack': {
        const person = await sessions.read(req);
        if (person && isSlackPerson(person, proof.workspace, proof.user)) return 'given';
        const signedInAs = person && (person.name ?? person.user);
        return { kind: 'sign-in', href: signInPath(proof.ticket), signedInAs };
      }
    }
  };
}

export function onlyMissing(findProof: FindProof): FindMissingProof {
  return async (req, link) => {
    const proof = await findProof(req, link);
    return typeof proof === 'string' ? null : proof;
  };
}

export function signInPath(ticket: string): string {
  return `/auth/slack?for=${encodeURIComponent(ticket)}`;
}
