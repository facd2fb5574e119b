import { describe, expect, test } from '@jest/globals';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ClaimLost } from '../../src/usecases/hold-claim.ts';
import { BOB, idOf, STANDUP } from '../support/a-meeting.ts';
import { aDelivery, mine, performersOf, setStageWithMeeting } from './stage.ts';

const at = (ts: string) => ({ channel: `D-${BOB}`, ts });
const down = new ChatFault('unavailable', 'service_unavailable');
const unseen = new ChatFault('unavailable', 'no_answer', { ambiguous: true });
const kept = new ChatFault('refused', 'cant_delete_message');

/** Bob has a card, a notice and a file of a meeting that was taken back, and a file from before. */
async function setting(status: 'withdrawn' | 'scheduled' = 'withdrawn') {
  const stage = await setStageWithMeeting({ status });
  const { meeting, seats, messenger } = stage;
  const { workspace } = meeting;
  const { channel } = await messenger.openConversation(workspace, BOB);
  const said = { kind: 'room-trouble', title: 'Standup', reason: 'refused', reference: 'c0de' } as const;
  for (const key of ['card', 'notice', 'other', 'reminder']) await messenger.post(workspace, channel, said, key);
  for (const name of ['old.ics', 'new.ics']) {
    const { fileId: id } = await messenger.upload(workspace, { filename: name, content: 'BEGIN:VCALENDAR' });
    await messenger.share(workspace, channel, { id, title: name });
  }
  await seats.change(STANDUP, 'once', idOf(meeting, BOB), () => ({
    card: at('1.000000'),
    shown: { face: 'face', count: 1, at: stage.clock.now() },
    file: { id: 'F2', shared: true, sequence: 1, startsAt: meeting.startsAt, linkVersion: 1 },
    reminders: [{ ...at('4.000000'), startsAt: meeting.startsAt, linkVersion: 1 }],
    earlier: { notices: [at('2.000000')], files: ['F1'] },
  }));
  const { retract } = performersOf(stage);
  const delivery = aDelivery(meeting, 'retract', idOf(meeting, BOB));
  return {
    ...stage,
    retract: (stillMine = mine) => retract(delivery, stillMine),
    left: () => [messenger.sent.map(({ key }) => key), messenger.shared.map(({ id }) => id)],
    seat: () => seats.get(STANDUP, 'once', idOf(meeting, BOB)),
  };
}

const NOTHING = { card: null, shown: null, file: null, reminders: [], earlier: { notices: [], files: [] } };

test('removes card, reminders, notices and files, and nothing else that stands there', async () => {
  const { retract, left, seat } = await setting();

  expect(await retract()).toEqual({ kind: 'done' });
  expect(left()).toEqual([['other'], []]);
  expect(await seat()).toMatchObject(NOTHING);
  expect(await retract()).toEqual({ kind: 'dropped', reason: 'nothing is there' });
});

test('removes nothing of a meeting that stands', async () => {
  const { retract, left } = await setting('scheduled');

  expect(await retract()).toMatchObject({ kind: 'dropped' });
  expect(left()).toEqual([
    ['card', 'notice', 'other', 'reminder'],
    ['F1', 'F2'],
  ]);
});

describe('after a fault at any step, the next attempt goes on where the last one stopped', () => {
  test.each([
    ['remove', down, 'before'],
    ['remove', unseen, 'after'],
    ['removeFile', down, 'before'],
    ['removeFile', unseen, 'after'],
  ] as const)('%s: %s, %s it took effect', async (step, fault, when) => {
    const { retract, left, seat, messenger } = await setting();
    messenger.fail(step, fault, when);

    expect(await retract()).toMatchObject({ kind: 'again', ambiguous: fault.ambiguous });
    expect(await retract()).toEqual({ kind: 'done' });
    expect([left(), await seat()]).toMatchObject([[['other'], []], NOTHING]);
  });
});

test('a card that Slack keeps loses its button, and the rest goes nevertheless', async () => {
  const { retract, left, seat, messenger } = await setting();
  messenger.fail('remove', kept);

  expect(await retract()).toEqual({ kind: 'parked', reason: 'cant_delete_message' });
  expect(left()).toEqual([['card', 'other'], []]);
  expect(messenger.sent[0]?.message).toMatchObject({ kind: 'card', card: { state: 'withdrawn' }, joinUrl: null });
  expect(await seat()).toMatchObject(NOTHING);
});

test('a reminder that Slack keeps loses its button likewise', async () => {
  const { retract, left, seat, messenger } = await setting();
  messenger.fail('remove', kept);
  messenger.fail('remove', kept);

  expect(await retract()).toEqual({ kind: 'parked', reason: 'cant_delete_message, cant_delete_message' });
  expect(left()).toEqual([['card', 'other', 'reminder'], []]);
  expect(messenger.sent.at(-1)?.message).toEqual({ kind: 'spent-reminder', title: 'Standup' });
  expect(await seat()).toMatchObject(NOTHING);
});

test.each([1, 2, 3, 4, 5])('once the claim is lost at step %i, nothing more is done outside', async (step) => {
  const { retract, messenger } = await setting();
  const before = messenger.calls.length;
  let asked = 0;
  const lost = async () => {
    asked += 1;
    if (asked === step) throw new ClaimLost();
  };

  await expect(retract(lost)).rejects.toThrow(ClaimLost);
  expect(messenger.calls).toHaveLength(before + step - 1);
});
