import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { makeTellRoomTrouble, makeTellUnreached } from '../../src/usecases/tell-organizer.ts';
import { AGREED_AT, ALICE, BOB, CHEN, idOf } from '../support/a-meeting.ts';
import { aRoom, unreachedAt } from '../support/a-seat.ts';
import { aDelivery, mine, setStageWithMeeting } from './stage.ts';

const noAnswer = new ChatFault('unavailable', 'no_answer', { ambiguous: true });
const nothingToTell = { kind: 'dropped', reason: 'nothing left to tell' };

describe('of people who could not be reached', () => {
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

  test('the organizer hears once, in one message', async () => {
    const { tell, miss, told, messenger, meeting } = await setting();
    await miss(BOB);
    await miss(CHEN, unreachedAt(AGREED_AT.plus(900), { reason: 'bot' }));

    expect(await tell()).toEqual({ kind: 'done' });
    const people = [
      { user: BOB, unreached: unreachedAt(AGREED_AT) },
      { user: CHEN, unreached: unreachedAt(AGREED_AT.plus(900), { reason: 'bot' }) },
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

    expect(messenger.sent[0]?.message).toMatchObject({ people: [{ user: CHEN }] });
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
    messenger.meanwhile('post', () =>
      seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ unreached: null })),
    );
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
});

describe('of a video service that refuses', () => {
  async function setting(trouble: { reason: string; told: boolean } | null) {
    const stage = await setStageWithMeeting();
    const { meeting, rooms } = stage;
    await rooms.begin(aRoom(meeting, { trouble }));
    const tell = makeTellRoomTrouble(stage);
    return { ...stage, tell: () => tell(aDelivery(meeting, 'room-trouble', idOf(meeting, ALICE)), mine) };
  }

  test('the organizer hears, with the reference that stands in the log', async () => {
    const { tell, messenger, rooms, meeting } = await setting({ reason: 'unauthorized', told: false });

    expect(await tell()).toEqual({ kind: 'done' });
    expect(messenger.sent.map(({ channel, message }) => ({ channel, message }))).toEqual([
      { channel: `D-${ALICE}`, message: { kind: 'room-trouble', title: 'Standup', reference: 'c0de' } },
    ]);
    expect(await rooms.get(meeting.id, 'once')).toMatchObject({ trouble: { reason: 'unauthorized', told: true } });
  });

  test('a trouble that is over is not told of', async () => {
    const { tell, messenger } = await setting(null);

    expect(await tell()).toEqual(nothingToTell);
    expect(messenger.calls).toEqual([]);
  });

  test('a trouble that ends while the message is on its way does not come back', async () => {
    const { tell, messenger, rooms, meeting } = await setting({ reason: 'unauthorized', told: false });
    messenger.meanwhile('post', async () => void (await rooms.change(meeting.id, 'once', () => ({ trouble: null }))));
    await tell();

    expect(await rooms.get(meeting.id, 'once')).toMatchObject({ trouble: null });
  });
});
