import { expect, test } from '@jest/globals';
import type { InviteeId } from '../../src/domain/ids.ts';
import { deriveLinkKeys, signJoinLink } from '../../src/domain/join-link.ts';
import { makeAcceptSignIn } from '../../src/usecases/accept-sign-in.ts';
import { makeProofNeeded } from '../../src/usecases/proof-needed.ts';
import { ACME, aMeeting, anInvitee, BOB, CHEN, inviteeNamed, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { links, setStageWithMeeting } from './stage.ts';

const ticketKeys = deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'sign-in');
const GUEST = anInvitee(STANDUP, BOB, { id: 'guest-000000' as InviteeId, user: null, email: 'gus@example.com' });
const person = { team: ACME as string, enterprise: null, user: BOB as string, name: 'Bob' };

async function setting() {
  const stage = await setStageWithMeeting({ invitees: [...aMeeting().invitees, GUEST] });
  const deps = { ...stage, ticketKeys, membersSignIn: true, guestsGiveCodes: true };
  const linkOf = (invitee: typeof GUEST) => links.urlFor(stage.meeting, invitee).split('/j/')[1] ?? '';
  const bob = inviteeNamed(stage.meeting, BOB);
  const ticket = signJoinLink({ meeting: STANDUP, invitee: bob.id, version: 1 }, ticketKeys);
  return { ...stage, bob, ticket, linkOf, proofNeeded: makeProofNeeded(deps), ...makeAcceptSignIn(deps) };
}

test('a member has to sign in, by a ticket that is not the link', async () => {
  const { proofNeeded, linkOf, bob, ticket } = await setting();

  expect(await proofNeeded(linkOf(bob))).toEqual({ kind: 'slack', workspace: ACME, user: BOB, ticket });
  expect(links.read(ticket)).toBeNull();
});

test('a guest by mail has no account to sign in with and gives a code, and a forged link leads nowhere anyhow', async () => {
  const { proofNeeded, linkOf, ticket } = await setting();
  const link = { meeting: STANDUP, invitee: GUEST.id, version: 1 };

  expect(await proofNeeded(linkOf(GUEST))).toEqual({ kind: 'code', link, sentTo: 'g•••@example.com' });
  expect(await proofNeeded(ticket)).toEqual({ kind: 'nothing' });
});

test('the invitee gets the link for the ticket', async () => {
  const { accept, ticket, meeting, bob } = await setting();

  expect(await accept(ticket, person)).toEqual({ ok: true, value: links.urlFor(meeting, bob) });
});

test.each([
  ['another user of the same team', { ...person, user: CHEN }],
  ['a user of another team with the same id and name', { ...person, team: ZENITH }],
  ['a user of another organization with the same id', { ...person, team: ZENITH, enterprise: 'E0ZENITH0' }],
])('%s does not', async (_, somebody) => {
  const { accept, ticket } = await setting();

  expect(await accept(ticket, somebody)).toEqual({
    ok: false,
    problem: { kind: 'wrong-person', workspaceName: 'acme' },
  });
});

test.each(['', 'x', 'a link'])('%j is no ticket', async (what) => {
  const { accept, workspaceOf, linkOf, bob } = await setting();
  const text = what === 'a link' ? linkOf(bob) : what;

  expect([await workspaceOf(text), await accept(text, person)]).toEqual([
    null,
    { ok: false, problem: { kind: 'unknown-link' } },
  ]);
});
