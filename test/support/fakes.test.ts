import { ChatFault } from '../../src/ports/chat-fault.ts';
import { describeDirectory } from '../contracts/directory.contract.ts';
import { describeMessenger } from '../contracts/messenger.contract.ts';
import { describeRoomService } from '../contracts/rooms.contract.ts';
import { ACME, AGREED_AT, BOB, CHEN } from './a-meeting.ts';
import { bob, DANA, fakeDirectory, ROBOT } from './fake-directory.ts';
import { fakeMessenger } from './fake-messenger.ts';
import { fakeRooms } from './fake-rooms.ts';

const slowDown = new ChatFault('throttled', 'ratelimited', { retryAfterSeconds: 30 });
const noAnswer = new ChatFault('unavailable', 'no_answer', { ambiguous: true });
const close = async () => {};

describeMessenger('the fake', async () => {
  const messenger = fakeMessenger();
  messenger.shutOut(DANA);
  return {
    messenger,
    workspace: ACME,
    people: [BOB, CHEN],
    shutOut: DANA,
    now: AGREED_AT,
    loseAnswer: (method) => messenger.fail(method, noAnswer, 'after'),
    throttle: (method) => messenger.fail(method, slowDown),
    waitOut: () => {},
    lookAway: () => {
      messenger.mayLook = false;
    },
    textOf: async ({ ts }) => JSON.stringify(messenger.sent.find((one) => one.ts === ts)?.message),
    close,
  };
});

describeDirectory('the fake', async () => {
  const directory = fakeDirectory();
  const throttle = () => directory.trouble(BOB, slowDown, 1);
  return { directory, workspace: ACME, person: bob, bot: ROBOT, deactivated: DANA, throttle, waitOut: () => {}, close };
});

describeRoomService('the fake', async () => ({
  service: fakeRooms(),
  presets: { host: 'group_call_host', guest: 'group_call_participant' },
  close,
}));
