import { describe, expect, test } from '@jest/globals';
import { conversationToOpen, isNewConversation, withEvent } from '../../../src/browser/sandbox/model.ts';
import type {
  ConversationView,
  MessageView,
  PersonView,
  SandboxState,
  StreamEvent,
} from '../../../src/sandbox/page/contract.ts';

const bob: PersonView = {
  id: 'U1',
  name: 'bob',
  realName: 'Bob',
  tz: 'UTC',
  locale: 'en-US',
  kind: 'person',
  unread: 0,
};
const message = (ts: string, text = ''): MessageView => ({
  channel: 'C1',
  ts,
  user: 'U1',
  text,
  blocks: [],
  files: [],
  isEdited: false,
  isEphemeral: false,
});
const conversation = (id: string, unread: number, ...messages: MessageView[]): ConversationView => ({
  id,
  kind: id.startsWith('D') ? 'direct' : 'channel',
  name: id,
  isPrivate: false,
  unread,
  messages,
});
const stateWith = (...conversations: ConversationView[]): SandboxState => ({
  workspace: 'Acme',
  you: bob,
  people: [bob],
  conversations,
  modals: [],
  hasHome: true,
  home: null,
  shortcuts: [],
  mails: [],
  command: { name: '/meet', hint: '', examples: [] },
  clock: { now: 0, nextMeeting: null },
  joinPath: '/j/',
});
const arrival = (arrived: MessageView): StreamEvent => ({ kind: 'message', message: arrived });
const shown = (state: SandboxState) =>
  state.conversations.map(({ messages }) => messages.map(({ ts, text }) => ts + text));

describe('an event', () => {
  const state = stateWith(conversation('C1', 0, message('1.0', 'a'), message('3.0', 'c')));

  test.each<[string, StreamEvent, string[]]>([
    ['puts a message in its place', arrival(message('2.0', 'b')), ['1.0a', '2.0b', '3.0c']],
    ['changes the message that is there', arrival(message('1.0', 'A')), ['1.0A', '3.0c']],
    ['takes a message away', { kind: 'message-gone', channel: 'C1', ts: '1.0' }, ['3.0c']],
    ['leaves other conversations alone', { kind: 'message-gone', channel: 'C2', ts: '1.0' }, ['1.0a', '3.0c']],
  ])('%s, once or twice', (_what, event, expected) => {
    const once = withEvent(state, event);
    expect(shown(once)).toEqual([expected]);
    expect(withEvent(once, event)).toEqual(once);
  });

  test('adds a mail, once or twice', () => {
    const mail = { id: 'M1', at: 0, from: 'Ann', to: 'gina@example.com', subject: 'Hi', href: '/m', files: [] };
    const once = withEvent(state, { kind: 'mail', mail });

    expect(once.mails).toEqual([mail]);
    expect(withEvent(once, { kind: 'mail', mail })).toEqual(once);
  });

  test('counts what is unread', () => {
    const after = withEvent(state, { kind: 'unread', unread: { people: { U1: 4 }, conversations: { C1: 3 } } });
    expect([after.people[0]?.unread, after.conversations[0]?.unread]).toEqual([4, 3]);
  });

  test('of an unknown conversation asks for the state anew', () => {
    expect(isNewConversation(state, arrival({ ...message('9.0'), channel: 'D1' }))).toBe(true);
    expect(isNewConversation(state, arrival(message('9.0')))).toBe(false);
  });
});

test.each([
  ['stays where nothing is new', 'C2', [0, 0, 0], 'C2'],
  ['goes to the direct message that is new', 'C1', [0, 1, 2], 'D1'],
  ['goes to the channel that is new', 'C1', [0, 1, 0], 'C2'],
  ['stays where something is new', 'C2', [0, 1, 2], 'C2'],
  ['begins with the first when it was nowhere', 'C9', [0, 0, 0], 'C1'],
])('the page %s', (_what, openId, [first = 0, second = 0, direct = 0], expected) => {
  const state = stateWith(conversation('C1', first), conversation('C2', second), conversation('D1', direct));
  expect(conversationToOpen(state, openId)).toBe(expected);
});
