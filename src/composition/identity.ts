import type { Logger } from 'pino';
import { makeSlackSignIn } from '../adapters/slack-sign-in/sign-in-service.ts';
import type { Config } from '../config.ts';
import type { LinkKeys, LinkPurpose } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { DoorIdentity } from '../door/identity/identity.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import { makeAcceptSignIn } from '../usecases/accept-sign-in.ts';
import { makeProofNeeded } from '../usecases/proof-needed.ts';

/** How people prove who they are at the door, as the settings say; null where their links are proof enough. */
export function makeIdentity(options: {
  readonly config: Config;
  readonly meetings: Meetings;
  readonly links: JoinLinks;
  readonly keysFor: (purpose: LinkPurpose) => LinkKeys;
  readonly clock: Clock;
  readonly log: Logger;
}): DoorIdentity | null {
  const { config, keysFor, clock } = options;
  const { identity, slack, server } = config;
  if (identity.kind === 'link') return null;
  const tickets = { ...options, ticketKeys: keysFor('sign-in') };
  return {
    proofNeeded: makeProofNeeded(tickets),
    ...makeAcceptSignIn(tickets),
    signIn: makeSlackSignIn({
      issuer: new URL(slack.apiUrl).origin,
      clientId: identity.clientId,
      clientSecret: identity.clientSecret,
      redirectUri: `${server.publicUrl}/auth/slack/callback`,
      clock,
    }),
    sessionKeys: keysFor('session'),
  };
}
