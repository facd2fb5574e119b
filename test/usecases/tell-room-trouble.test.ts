import { expect, test } from '@jest/globals';
import { makeTellRoomTrouble } from '../../src/usecases/tell-room-trouble.ts';
import { ALICE, idOf } from '../support/a-meeting.ts';
import { aRoom } from '../support/a-seat.ts';
import { aDelivery, mine, setStageWithMeeting } from './stage.ts';

const nothingToTell = { kind: 'dropped', reason: 'nothing left to tell' };

async function setting(trouble: { reason: string; told: boolean } | null) {
  const stage = await setStageWithMeeting();
  const { meeting, rooms } = stage;
  await rooms.begin(aRoom(meeting, { trouble }));
  const tell = makeTellRoomTrouble(stage);
  return { ...stage, tell: () => tell(aDelivery(meeting, 'room-trouble', idOf(meeting, ALICE)), mine) };
}

test('the organizer hears that the video service refuses, with the reference that stands in the log', async () => {
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
