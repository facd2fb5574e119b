import { expect, test } from '@jest/globals';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { makeExpandGroup } from '../../src/usecases/expand-group.ts';
import { ACME, ALICE, aMeeting, anInvitee, BOB, CHEN, inviteeNamed, STANDUP } from '../support/a-meeting.ts';
import { plannedFor } from '../support/a-seat.ts';
import { DANA, ROBOT } from '../support/fake-directory.ts';
import { setOutgoingStage } from './outgoing-stage.ts';
import { aDelivery, setStage } from './stage.ts';

const ENG = 'S0ENG0000';
const daily = { rule: { freq: 'DAILY' as const }, changes: [] };
const byGroup = anInvitee(STANDUP, BOB, { name: 'Bob', via: ENG });

/** Alice's daily standup with the group, of which Bob was when it was made. */
function withGroup(changes: Partial<Meeting> = {}): Meeting {
  const invitees = [inviteeNamed(aMeeting(), ALICE), byGroup];
  return aMeeting({ series: daily, groups: [ENG], invitees, ...changes });
}

async function expanded(members: readonly SlackUserId[] | ChatFault, meeting = withGroup()) {
  const stage = await setStage();
  await stage.meetings.add(meeting);
  stage.directory.putGroup(ENG, members);
  const delivery = aDelivery(meeting, 'expand-group', null);
  const outcome = await makeExpandGroup(stage)(delivery, async () => {});
  const after = await stage.meetings.find(meeting.id);
  return { outcome, invited: after?.invitees.map(({ user }) => user), left: after?.former.map(({ user }) => user) };
}

test('who has come into the group is invited, who has left it is taken off, and bots are left out', async () => {
  expect(await expanded([CHEN, ROBOT, DANA])).toEqual({
    outcome: { kind: 'done' },
    invited: [ALICE, CHEN],
    left: [BOB],
  });
});

test('who was named stays, though the group has lost them', async () => {
  const named = withGroup({ invitees: aMeeting().invitees });

  expect(await expanded([], named)).toEqual({ outcome: { kind: 'done' }, invited: [ALICE, BOB, CHEN], left: [] });
});

test('a group that cannot be asked now is asked again, and nobody is taken off meanwhile', async () => {
  const down = new ChatFault('unavailable', 'no_answer');

  expect(await expanded(down)).toMatchObject({ outcome: { kind: 'again' }, invited: [ALICE, BOB], left: [] });
});

test('a group that may not be looked into any more changes nothing, and stops none of the others', async () => {
  const refused = new ChatFault('refused', 'missing_scope');

  expect(await expanded(refused)).toMatchObject({ outcome: { kind: 'parked' }, invited: [ALICE, BOB], left: [] });
  const both = withGroup({ groups: ['S0GONE000', ENG] });
  expect(await expanded([CHEN], both)).toMatchObject({ outcome: { kind: 'parked' }, invited: [ALICE, CHEN] });
});

test('the organizer is told of it once, and anew when it failed again after it had worked', async () => {
  const stage = await setOutgoingStage(withGroup());
  const told = () =>
    stage.messenger.sent.flatMap(({ channel, message }) =>
      message.kind === 'unreached' && channel === `D-${ALICE}` ? [message.people] : [],
    );
  const expand = async (members: readonly SlackUserId[] | ChatFault) => {
    stage.directory.putGroup(ENG, members);
    await makeExpandGroup(stage)(aDelivery(stage.meeting, 'expand-group', null), async () => {});
    stage.clock.advance({ seconds: 10 });
    await stage.quiet();
  };
  const refused = new ChatFault('refused', 'missing_scope');
  stage.directory.putGroup(ENG, [BOB]);
  await stage.quiet();

  await expand(refused);
  await expand(refused);
  expect(told()).toMatchObject([[{ who: { group: ENG }, unreached: { what: 'group', reason: 'missing_scope' } }]]);
  await expand([BOB]);
  await expand(refused);

  expect(told()).toHaveLength(2);
});

test('the card shows a group that could not be followed, and Resend follows it again', async () => {
  const stage = await setOutgoingStage(withGroup());
  stage.directory.putGroup(ENG, new ChatFault('refused', 'no_such_subteam'));
  await stage.quiet();
  stage.clock.advance({ hours: 1 });
  await stage.quiet();
  const unreached = () => stage.cardsOf(ALICE).flatMap(({ card }) => card.unreached);
  expect(unreached()).toMatchObject([{ who: { group: ENG }, unreached: { what: 'group', reason: 'no_such_subteam' } }]);

  stage.directory.putGroup(ENG, [BOB, CHEN]);
  const press = { workspace: ACME, meeting: STANDUP, user: ALICE, press: '1.5' };
  expect(await stage.resend(press)).toEqual({ ok: true, value: [{ group: ENG }] });
  await stage.quiet();
  stage.clock.advance({ minutes: 1 });
  await stage.quiet();

  expect([unreached(), stage.cardsOf(CHEN).length]).toEqual([[], 1]);
});

test('it is planned a day before each run that is near, and only for a series with a group', () => {
  const of = (meeting: Meeting) => plannedFor(meeting).filter(({ kind }) => kind === 'expand-group');

  expect(of(withGroup()).map(({ occurrence, dueAt }) => [occurrence, dueAt.toUTC().toISO()])).toEqual([
    ['20260303T080000Z', '2026-03-02T09:00:00.000Z'],
    ['20260304T080000Z', '2026-03-03T08:00:00.000Z'],
  ]);
  expect([...of(withGroup({ series: null })), ...of(withGroup({ groups: [] }))]).toEqual([]);
});
