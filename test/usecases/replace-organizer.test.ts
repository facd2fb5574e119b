import { expect, test } from '@jest/globals';
import { handOver } from '../../src/domain/changes/people.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ACME, ALICE, aMeeting, anInvitee, BOB, CHEN, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { alice, chen, DANA } from '../support/fake-directory.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

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
  const leaves = async () => {
    directory.put({ ...alice, kind: 'deactivated' });
    const count = await stage.replaceOrganizer(ACME, ALICE);
    await stage.quiet();
    clock.advance({ seconds: 6 });
    await stage.quiet();
    return count;
  };
  return { ...stage, leaves, inChargeNotes, organizerOf: async (id = STANDUP) => (await meetings.find(id))?.organizer };
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
  clock.set(meeting.endsAt);
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
