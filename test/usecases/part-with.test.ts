import { expect, test } from '@jest/globals';
import { handOver } from '../../src/domain/changes/people.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { noticingDepartures } from '../../src/usecases/notice-departure.ts';
import type { PerformDelivery } from '../../src/usecases/perform-delivery.ts';
import {
  ACME,
  ALICE,
  aMeeting,
  anInvitee,
  BOB,
  CHEN,
  idOf,
  inviteeNamed,
  STANDUP,
  ZENITH,
} from '../support/a-meeting.ts';
import { alice, bob, chen, DANA } from '../support/fake-directory.ts';
import { setOutgoingStage } from './outgoing-stage.ts';
import { aDelivery, links, mine, presets } from './stage.ts';

const guests = aMeeting().invitees;
const hostedByChen = guests.map((one) => (one.user === CHEN ? { ...one, role: 'host' as const } : one));
const RETRO = 'retro-of-alice-and-bob' as MeetingId;
const retro = (changes: Partial<Meeting> = {}) =>
  aMeeting({
    id: RETRO,
    title: 'Retro',
    invitees: guests.map((one) => anInvitee(RETRO, one.user ?? BOB, { role: one.role, name: one.name })),
    ...changes,
  });

/** The standup with its invitations out, and Alice about to leave. */
async function setLeaving(changes: Partial<Meeting> = {}) {
  const stage = await setOutgoingStage(changes);
  const { clock, messenger, directory, meetings } = stage;
  await stage.quiet();
  const inChargeNotes = (user: typeof BOB) =>
    messenger.sent
      .filter(({ channel }) => channel === `D-${user}`)
      .flatMap(({ message }) => (message.kind === 'in-charge' ? [message] : []));
  const leaves = async (who = alice) => {
    directory.put({ ...who, kind: 'deactivated' });
    const count = await stage.partWith(ACME, who.user);
    await stage.quiet();
    clock.advance({ seconds: 6 });
    await stage.quiet();
    return count;
  };
  /** What the door says to whoever holds the link that this person was sent. */
  const atDoor = async (user: typeof BOB) => {
    clock.set(stage.meeting.startsAt);
    const link = links.read(links.urlFor(stage.meeting, inviteeNamed(stage.meeting, user)).split('/j/')[1] ?? '');
    const found = link && (await stage.lookUpDoor(link));
    if (!found) throw new Error('There is no such meeting');
    return found.admitted.ok ? 'admitted' : found.admitted.problem.kind;
  };
  return {
    ...stage,
    leaves,
    atDoor,
    inChargeNotes,
    organizerOf: async (id = STANDUP) => (await meetings.find(id))?.organizer,
  };
}

test('the host who was invited first takes over, is told once, and everybody sees it', async () => {
  const { leaves, organizerOf, inChargeNotes, cardsOf, meeting } = await setLeaving({ invitees: hostedByChen });
  const counts = [await leaves(), await leaves()];

  expect([counts, await organizerOf()]).toEqual([[1, 0], CHEN]);
  expect(inChargeNotes(CHEN)).toEqual([
    {
      kind: 'in-charge',
      left: ALICE,
      meetings: [{ title: 'Standup', startsAt: meeting.startsAt }],
      reader: { zone: 'Asia/Tokyo', locale: 'ja-JP' },
    },
  ]);
  expect([cardsOf(CHEN)[0]?.card.reader, cardsOf(BOB)[0]?.card.organizer]).toEqual(['organizer', CHEN]);
});

test('without a host an admin is invited and takes over', async () => {
  const { leaves, organizerOf, inChargeNotes, cardsOf, directory } = await setLeaving();
  directory.put({ ...chen, user: DANA, name: 'Dana', isAdmin: true });
  await leaves();

  expect(await organizerOf()).toBe(DANA);
  expect([inChargeNotes(DANA).length, cardsOf(DANA)[0]?.card.reader]).toEqual([1, 'organizer']);
});

test('a host who has left too takes nothing over, and with nobody left it is said in the log', async () => {
  const { leaves, organizerOf, directory, log } = await setLeaving({ invitees: hostedByChen });
  directory.put({ ...chen, kind: 'deactivated' });
  await leaves();

  expect(await organizerOf()).toBe(ALICE);
  expect(JSON.stringify(log)).toContain('nobody in charge');
});

test('all that somebody takes over is told in one message, the next first', async () => {
  const { leaves, inChargeNotes, meetings, meeting } = await setLeaving({ invitees: hostedByChen });
  const later = { startsAt: meeting.startsAt.plus({ days: 1 }), endsAt: meeting.endsAt.plus({ days: 1 }) };
  const invitees = retro().invitees.map((one) => (one.user === CHEN ? { ...one, role: 'host' as const } : one));
  await meetings.add(retro({ ...later, invitees }));
  await leaves();

  expect(inChargeNotes(CHEN).map((note) => note.meetings.map(({ title }) => title))).toEqual([['Standup', 'Retro']]);
});

test('what is over, cancelled, somebody else’s or in another workspace stays as it is', async () => {
  const { leaves, clock, organizerOf, meetings, meeting } = await setLeaving({ invitees: hostedByChen });
  await meetings.add(retro({ workspace: ZENITH }));
  clock.set(meeting.endsAt.plus({ days: 1 }));
  const count = await leaves();

  expect([count, await organizerOf(), await organizerOf(RETRO)]).toEqual([0, ALICE, ALICE]);
});

test('a departure that nobody told of is noticed when something cannot be brought to the organizer', async () => {
  const stage = await setLeaving({ invitees: hostedByChen });
  const { change, clock, directory, organizerOf, quiet } = stage;
  directory.put({ ...alice, kind: 'deactivated' });
  await change((meeting) => ({ ok: true, value: { ...meeting, title: 'Daily', changedAt: clock.now() } }));
  await quiet();

  expect(await organizerOf()).toBe(CHEN);
});

test('a person who puts somebody else in charge is told of by nobody', async () => {
  const { change, clock, inChargeNotes, quiet, present } = await setLeaving({ invitees: hostedByChen });
  await change((meeting) => handOver(meeting, CHEN, clock.now()));
  await quiet();

  expect([(await present()).takenOver, inChargeNotes(CHEN)]).toEqual([null, []]);
});

test('an invitee who has left is refused at the door from then on, and the organizer sees them no more', async () => {
  const { leaves, atDoor, present, messenger, cardsOf } = await setLeaving();
  const before = messenger.sent.length;
  const counts = [await leaves(bob), await leaves(bob)];

  expect([counts, await atDoor(BOB), await atDoor(CHEN)]).toEqual([[1, 0], 'not-invited', 'admitted']);
  expect((await present()).former.map(({ user }) => user)).toEqual([BOB]);
  expect(cardsOf(ALICE)[0]?.card.invited.first.map(({ user }) => user)).toEqual([CHEN]);
  expect([messenger.sent.length, messenger.edits.filter(({ channel }) => channel === `D-${BOB}`)]).toEqual([
    before,
    [],
  ]);
});

test('who has left is put out of a room that they are in', async () => {
  const { leaves, seats, roomService, rooms, meeting } = await setLeaving();
  const roomId = (await rooms.get(STANDUP, 'once'))?.roomId ?? '';
  const personId = idOf(meeting, BOB);
  const { participantId } = await roomService.addParticipant(roomId, { name: 'Bob', personId, preset: presets.guest });
  await seats.change(STANDUP, 'once', personId, () => ({
    participant: { id: participantId, role: 'guest', linkVersion: 1 },
  }));
  await leaves(bob);

  expect([roomService.made[0]?.participants, roomService.kicked]).toEqual([[], [personId]]);
});

test.each<[string, Partial<Meeting>, typeof ALICE]>([
  ['somebody took over', { invitees: hostedByChen }, CHEN],
  ['nobody could take over', {}, ALICE],
])('an organizer who has left is refused at the door, where %s', async (_, changes, organizer) => {
  const { leaves, atDoor, organizerOf, noticesOf } = await setLeaving(changes);
  await leaves();

  expect([await organizerOf(), await atDoor(ALICE), noticesOf(ALICE)]).toEqual([organizer, 'not-invited', []]);
});

test('the door is shut also while the directory does not say who could take over', async () => {
  const { atDoor, partWith, directory } = await setLeaving({ invitees: hostedByChen });
  directory.trouble(CHEN, new ChatFault('unavailable', 'no_answer'));
  await expect(partWith(ACME, ALICE)).rejects.toThrow(ChatFault);

  expect(await atDoor(ALICE)).toBe('not-invited');
});

test('somebody who may come back into a meeting that is just over may not once they have left', async () => {
  const { leaves, clock, meeting, seats, atDoor } = await setLeaving();
  clock.set(meeting.endsAt.plus({ minutes: 5 }));
  await seats.change(STANDUP, 'once', idOf(meeting, BOB), () => ({ enteredAt: meeting.startsAt }));
  await leaves(bob);

  expect(await atDoor(BOB)).toBe('not-invited');
});

test.each<[string, string, 'person' | 'deactivated', string]>([
  ['Slack names them as disabled', 'user_disabled', 'person', 'not-invited'],
  ['an account is gone, and it is theirs', 'account_inactive', 'deactivated', 'not-invited'],
  ['an account is gone, and it is this app’s', 'account_inactive', 'person', 'admitted'],
])('something that cannot be brought to somebody, since %s', async (_, reason, kind, expected) => {
  const { directory, atDoor, meetings, partWith, log, meeting } = await setLeaving();
  directory.put({ ...bob, kind });
  const giveUp: PerformDelivery = async () => ({ kind: 'parked', reason });
  const noticing = noticingDepartures({ card: giveUp } as Parameters<typeof noticingDepartures>[0], {
    meetings,
    directory,
    partWith,
    log,
  });
  await noticing.card(aDelivery(meeting, 'card', idOf(meeting, BOB)), mine);

  expect(await atDoor(BOB)).toBe(expected);
});

test('of somebody who had left before they were invited the organizer is told', async () => {
  const stage = await setOutgoingStage();
  stage.directory.put({ ...bob, kind: 'deactivated' });
  await stage.quiet();
  stage.clock.advance({ seconds: 6 });
  await stage.quiet();

  const told = stage.messenger.sent.flatMap(({ channel, message }) =>
    channel === `D-${ALICE}` && message.kind === 'unreached' ? message.people.map(({ who }) => who) : [],
  );
  expect(told).toEqual([{ user: BOB, email: null, name: 'Bob' }]);
});
