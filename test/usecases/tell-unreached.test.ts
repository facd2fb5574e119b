import { expect, test } from '@jest/globals';
import type { Delivery } from '../../src/domain/delivery.ts';
import { partyOf } from '../../src/domain/invitee.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { makeTellUnreached } from '../../src/usecases/tell-unreached.ts';
import { AGREED_AT, ALICE, BOB, CHEN, idOf, inviteeNamed } from '../support/a-meeting.ts';
import { unreachedAt } from '../support/a-seat.ts';
import { aDelivery, mine, setStageWithMeeting } from './stage.ts';

const noAnswer = new ChatFault('unavailable', 'no_answer', { ambiguous: true });
const nothingToTell = { kind: 'dropped', reason: 'nothing left to tell' };

async function setting() {
  const stage = await setStageWithMeeting();
  const { meeting, seats } = stage;
  const tell = makeTellUnreached(stage);
  const notice = aDelivery(meeting, 'unreached', idOf(meeting, ALICE));
  return {
    ...stage,
    tell: (changes: Partial<Delivery> = {}) => tell({ ...notice, ...changes }, mine),
    miss: (user: typeof BOB, unreached = unreachedAt(AGREED_AT)) =>
      seats.change(meeting.id, 'once', idOf(meeting, user), () => ({ unreached })),
    told: async () => (await seats.ofMeeting(meeting.id)).map(({ unreached }) => unreached?.told),
  };
}

test('the organizer hears once of everybody who could not be reached, in one message', async () => {
  const { tell, miss, told, messenger, meeting } = await setting();
  await miss(BOB);
  await miss(CHEN, unreachedAt(AGREED_AT.plus(900), { reason: 'bot' }));

  expect(await tell()).toEqual({ kind: 'done' });
  const people = [
    { who: partyOf(inviteeNamed(meeting, BOB)), unreached: unreachedAt(AGREED_AT) },
    { who: partyOf(inviteeNamed(meeting, CHEN)), unreached: unreachedAt(AGREED_AT.plus(900), { reason: 'bot' }) },
  ];
  expect(messenger.sent.map(({ channel, message }) => ({ channel, message }))).toEqual([
    {
      channel: `D-${ALICE}`,
      message: { kind: 'unreached', title: meeting.title, people: expect.arrayContaining(people) },
    },
  ]);
  expect(await told()).toEqual([true, true]);
  expect(await tell()).toEqual(nothingToTell);
});

test('those told of before are not named again', async () => {
  const { tell, miss, messenger } = await setting();
  await miss(BOB, unreachedAt(AGREED_AT, { told: true }));
  await miss(CHEN);
  await tell();

  expect(messenger.sent[0]?.message).toMatchObject({ people: [{ who: { user: CHEN } }] });
});

test('who is given up while the message is on its way is not yet told of', async () => {
  const { tell, miss, told, messenger } = await setting();
  await miss(BOB, unreachedAt(AGREED_AT, { final: false }));
  messenger.meanwhile('post', () => miss(BOB, unreachedAt(AGREED_AT.plus(5), { final: true })));
  await tell();

  expect(await told()).toEqual([false]);
});

test('who is reached while the message is on its way stays reached', async () => {
  const { tell, miss, told, messenger, seats, meeting } = await setting();
  await miss(BOB);
  messenger.meanwhile('post', () => seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ unreached: null })));
  await tell();

  expect(await told()).toEqual([undefined]);
});

test('a message in doubt is looked up and not repeated', async () => {
  const { tell, miss, told, messenger } = await setting();
  await miss(BOB);
  messenger.fail('post', noAnswer, 'after');

  expect(await tell()).toEqual({ kind: 'again', reason: 'no_answer', throttledForSeconds: null, ambiguous: true });
  expect(await told()).toEqual([false]);
  expect(await tell({ isAmbiguous: true })).toEqual({ kind: 'done' });
  expect([messenger.sent.length, await told()]).toEqual([1, [true]]);
});

test('an organizer who cannot be reached either is set aside', async () => {
  const { tell, miss, messenger } = await setting();
  await miss(BOB);
  messenger.shutOut(ALICE);

  expect(await tell()).toEqual({ kind: 'parked', reason: 'user_disabled' });
});

test('with nobody unreached, or the meeting gone, there is nothing to tell', async () => {
  const { tell, messenger } = await setting();

  expect(await tell()).toEqual(nothingToTell);
  expect(await tell({ meeting: 'gone' as Meeting['id'] })).toEqual(nothingToTell);
  expect(messenger.calls).toEqual([]);
});
