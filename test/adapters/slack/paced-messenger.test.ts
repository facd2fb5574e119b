import { expect, test } from '@jest/globals';
import { pacedMessenger } from '../../../src/adapters/slack/paced-messenger.ts';
import type { Message } from '../../../src/ports/messenger.ts';
import { chatFaultOf } from '../../contracts/messenger.contract.ts';
import { ACME, ZENITH } from '../../support/a-meeting.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeMessenger } from '../../support/fake-messenger.ts';

const message: Message = { kind: 'room-trouble', title: 'Standup', reason: 'unauthorized', reference: 'c0de' };

function setting() {
  const clock = fakeClock('2026-03-02T09:00:00Z');
  const messenger = fakeMessenger();
  const paced = pacedMessenger(messenger, clock);
  let posted = 0;
  const post = (channel: string, workspace = ACME) => paced.post(workspace, channel, message, `key ${++posted}`);
  return { clock, messenger, post };
}

test('three messages in a conversation go out at once, the fourth a second later', async () => {
  const { clock, messenger, post } = setting();
  for (let n = 0; n < 3; n += 1) await post('D1');

  expect(await chatFaultOf(post('D1'))).toMatchObject({ kind: 'throttled', retryAfterSeconds: 1, ambiguous: false });
  expect(messenger.sent).toHaveLength(3);
  clock.advance({ seconds: 1 });
  await post('D1');
  expect(messenger.sent).toHaveLength(4);
});

test('one conversation does not slow another, nor one of another workspace', async () => {
  const { messenger, post } = setting();
  for (let n = 0; n < 3; n += 1) await post('D1');
  await post('D2');
  await post('D1', ZENITH);

  expect(messenger.sent).toHaveLength(5);
});
