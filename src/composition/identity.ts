import type { Logger } from 'pino';
import { makeSlackSignIn } from '../adapters/slack-sign-in/sign-in-service.ts';
import type { Config } from '../config.ts';
import type { LinkKeys, LinkPurpose } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { DoorIdentity, SlackIdentity } from '../door/identity/identity.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import { makeAcceptSignIn } from '../usecases/accept-sign-in.ts';
import { makeIssueGuestCode } from '../usecases/issue-guest-code.ts';
import { makeProofNeeded } from '../usecases/proof-needed.ts';
import { makeProveGuest } from '../usecases/prove-guest.ts';
import type { Collections } from './collections.ts';

interface IdentityOptions {
  readonly config: Config;
  readonly meetings: Meetings;
  readonly collections: Collections;
  readonly links: JoinLinks;
  readonly keysFor: (purpose: LinkPurpose) => LinkKeys;
  readonly clock: Clock;
  readonly log: Logger;
  readonly wake: () => void;
}

/** How people prove who they are at the door, as the settings say; null where their links are proof enough. */
export function makeIdentity(options: IdentityOptions): DoorIdentity | null {
  const { config, keysFor } = options;
  const [membersSignIn, guestsGiveCodes] = [config.identity.kind === 'slack', config.mail.guestCode];
  if (!membersSignIn && !guestsGiveCodes) return null;
  const tickets = { ...options, ticketKeys: keysFor('sign-in') };
  const codes = { ...options.collections, ...options, codeKeys: keysFor('guest-code') };
  return {
    proofNeeded: makeProofNeeded({ ...tickets, membersSignIn, guestsGiveCodes }),
    slack: slackIdentity(tickets),
    guests: guestsGiveCodes ? { issue: makeIssueGuestCode(codes), prove: makeProveGuest(codes) } : null,
    sessionKeys: keysFor('session'),
  };
}

function slackIdentity(options: IdentityOptions & { readonly ticketKeys: LinkKeys }): SlackIdentity | null {
  const { identity, slack, server } = options.config;
  if (identity.kind === 'link') return null;
  return {
    ...makeAcceptSignIn(options),
    signIn: makeSlackSignIn({
      issuer: new URL(slack.apiUrl).origin,
      clientId: identity.clientId,
      clientSecret: identity.clientSecret,
      redirectUri: `${server.publicUrl}/auth/slack/callback`,
      clock: options.clock,
    }),
  };
}
