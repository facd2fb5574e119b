import { expect, test } from '@jest/globals';
import type { RoomTrouble } from '../../src/domain/room.ts';
import { makeTellRoomTrouble } from '../../src/usecases/tell-room-trouble.ts';
import { AGREED_AT, ALICE, idOf } from '../support/a-meeting.ts';
import { aRoom, troubleSince } from '../support/a-seat.ts';
import { aDelivery, mine, setStageWithMeeting } from './stage.ts';

const nothingToTell = { kind: 'dropped', reason: 'nothing left to tell' };

async function setting(trouble: RoomTrouble | null) {
  const stage = await setStageWithMeeting();
  const { meeting, rooms } = stage;
  await rooms.begin(aRoom(meeting, { trouble }));
  const tell = makeTellRoomTrouble(stage);
  return { ...stage, tell: () => tell(aDelivery(meeting, 'room-trouble', idOf(meeting, ALICE)), mine) };
}

test('the organizer hears that the video service refuses, with the reference that stands in the log', async () => {
  const { tell, messenger, rooms, meeting } = await setting(troubleSince(AGREED_AT));

  expect(await tell()).toEqual({ kind: 'done' });
  expect(messenger.sent.map(({ channel, message }) => ({ channel, message }))).toEqual([
    {
      channel: `D-${ALICE}`,
      message: { kind: 'room-trouble', title: 'Standup', reason: 'unauthorized', reference: 'c0de' },
    },
  ]);
  expect(await rooms.get(meeting.id, 'once')).toMatchObject({ trouble: { told: true } });
});

test('a trouble that is over is not told of', async () => {
  const { tell, messenger } = await setting(null);

  expect(await tell()).toEqual(nothingToTell);
  expect(messenger.calls).toEqual([]);
});

test('a trouble that ends while the message is on its way does not come back', async () => {
  const { tell, messenger, rooms, meeting } = await setting(troubleSince(AGREED_AT));
  messenger.meanwhile('post', async () => void (await rooms.change(meeting.id, 'once', () => ({ trouble: null }))));
  await tell();

  expect(await rooms.get(meeting.id, 'once')).toMatchObject({ trouble: null });
});

test('another trouble that begins while the message is on its way is not yet told of', async () => {
  const { tell, messenger, rooms, meeting } = await setting(troubleSince(AGREED_AT));
  const another = troubleSince(AGREED_AT.plus({ minutes: 5 }));
  messenger.meanwhile('post', async () => {
    await rooms.change(meeting.id, 'once', () => ({ trouble: another }));
  });
  await tell();

  expect(await rooms.get(meeting.id, 'once')).toMatchObject({ trouble: { told: false } });
});

test('a trouble that was told of is not told of again', async () => {
  const { tell, messenger } = await setting(troubleSince(AGREED_AT, { told: true }));

  expect(await tell()).toEqual(nothingToTell);
  expect(messenger.calls).toEqual([]);
});
