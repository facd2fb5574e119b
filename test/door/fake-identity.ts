import type { SlackUserId, WorkspaceId } from '../../src/domain/ids.ts';
import { ok, refuse } from '../../src/domain/result.ts';
import type { DoorIdentity } from '../../src/door/identity/identity.ts';
import { GENUINE } from './fake-door.ts';

const TICKET = 'ticket-of-bob';
const BOB = 'U0BOB0000' as SlackUserId;
const ACME = 'T0ACME000' as WorkspaceId;

/** A door that asks Bob to sign in. Slack sends everybody back at once, as whoever the test says. */
export interface FakeIdentity extends DoorIdentity {
  /** The name and id of who is signed in at Slack. */
  atSlack: { readonly name: string; readonly user: string };
}

export const BOB_AT_SLACK = { name: 'Bob Brown', user: BOB };
export const CHEN_AT_SLACK = { name: 'Chen Kato', user: 'U0CHEN000' };

export function fakeIdentity(): FakeIdentity {
  const identity: FakeIdentity = {
    atSlack: BOB_AT_SLACK,
    proofNeeded: async () => ({ kind: 'slack', workspace: ACME, user: BOB, ticket: TICKET }),
    slack: {
      workspaceOf: async (ticket) => (ticket === TICKET ? ACME : null),
      accept: async (_ticket, { user }) =>
        user === BOB ? ok(`http://127.0.0.1/j/${GENUINE}`) : refuse({ kind: 'wrong-person', workspaceName: 'Acme' }),
      signIn: {
        addressFor: async ({ state }) => `/auth/slack/callback?code=code&state=${state}`,
        personOf: async () => ({ team: ACME, enterprise: null, ...identity.atSlack }),
      },
    },
    guests: null,
    sessionKeys: [Buffer.alloc(32, 3)],
  };
  return identity;
}
