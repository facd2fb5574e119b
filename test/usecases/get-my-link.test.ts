import { expect, test } from '@jest/globals';
import { inviteeIdFor, type SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type LinkRequest, makeGetMyLink } from '../../src/usecases/get-my-link.ts';
import { makeMemberOfChannel } from '../../src/usecases/member-of-channel.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, anInvitee, BOB, CHEN, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { bob, ROBOT } from '../support/fake-directory.ts';
import { links, setStage } from './stage.ts';

const TEAM = 'C0TEAM000';
const STRANGER = 'U0STRANGE' as SlackUserId;

/** Alice's standup for the channel, of which Bob is a member. */
async function setting(changes: Partial<Meeting> = {}) {
  const stage = await setStage();
  const channels = [{ id: TEAM, seat: inviteeIdFor(STANDUP, TEAM) }];
  const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' })];
  await stage.meetings.add(aMeeting({ channels, invitees, ...changes }));
  stage.directory.put({ ...bob, user: STRANGER, kind: 'stranger' });
  stage.directory.putChannel(TEAM, [ALICE, BOB, ROBOT]);
  const memberOfChannel = makeMemberOfChannel(stage.directory, stage.log);
  const getMyLink = makeGetMyLink({ ...stage, links, memberOfChannel, wake: () => {} });
  const ask = (more: Partial<LinkRequest> = {}) =>
    getMyLink({ workspace: ACME, meeting: STANDUP, channel: TEAM, user: BOB, ...more });
  return { ...stage, ask };
}

test('somebody of the channel is invited by it, once, and gets their link', async () => {
  const { ask, meetings } = await setting();

  const asked = await Promise.all([ask(), ask(), ask()]);

  const bob = anInvitee(STANDUP, BOB, { name: 'Bob', via: TEAM });
  const stored = await meetings.get(ACME, STANDUP);
  expect(stored?.invitees.slice(1)).toEqual([bob]);
  expect(asked.map((one) => one.ok && one.value.joinUrl)).toEqual(
    [1, 2, 3].map(() => stored && links.urlFor(stored, bob)),
  );
});

test('where the app may not look into the channel, the press in it is enough', async () => {
  const { ask } = await setting({ channels: [{ id: 'C0HIDDEN0', seat: inviteeIdFor(STANDUP, 'C0HIDDEN0') }] });

  expect(await ask({ channel: 'C0HIDDEN0' })).toMatchObject({ ok: true });
});

test.each<[string, Partial<LinkRequest>, Partial<Meeting>, string]>([
  ['somebody who is not in the channel', { user: CHEN }, {}, 'not-in-channel'],
  ['somebody of another organization', { user: STRANGER }, {}, 'stranger'],
  ['a bot', { user: ROBOT }, {}, 'not-a-person'],
  ['nobody that Slack knows', { user: 'U0NOBODY0' as SlackUserId }, {}, 'not-a-person'],
  ['the same id in another workspace', { workspace: ZENITH }, {}, 'unknown-meeting'],
  ['another channel', { channel: 'C0OTHER00' }, {}, 'unknown-meeting'],
  ['a cancelled meeting', {}, { status: 'cancelled' }, 'not-scheduled'],
  [
    'a meeting that is over',
    {},
    { startsAt: AGREED_AT.minus({ hours: 2 }), endsAt: AGREED_AT.minus({ hours: 1 }) },
    'over',
  ],
])('%s gets none', async (_, request, changes, kind) => {
  const { ask, meetings } = await setting(changes);
  const before = await meetings.get(ACME, STANDUP);

  expect(await ask(request)).toMatchObject({ ok: false, problem: { kind } });
  expect(await meetings.get(ACME, STANDUP)).toEqual(before);
});
