import { describe, expect, test } from '@jest/globals';
import { makeSession } from '../../../src/browser/sandbox/session.ts';
import type { StreamListener } from '../../../src/browser/sandbox/stream.ts';
import type { PersonView, SandboxState, StreamEvent } from '../../../src/sandbox/page/contract.ts';

const person = (id: string): PersonView => ({
  id,
  name: id,
  realName: id,
  tz: 'UTC',
  locale: 'en-US',
  kind: 'person',
  unread: 0,
});

const stateOf = (id: string): SandboxState => ({
  workspace: 'Acme',
  you: person(id),
  people: [person('ann'), person('bob')],
  conversations: [{ id: 'D1', kind: 'direct', name: 'App', isPrivate: false, unread: 0, messages: [] }],
  modals: [],
  hasHome: true,
  home: null,
  shortcuts: [],
  mails: null,
  command: { name: '/meet', hint: '', examples: [] },
  clock: { now: 0, nextMeeting: null },
  joinPath: '/j/',
});

const saying = (channel: string, text: string): StreamEvent => ({
  kind: 'message',
  message: { channel, ts: text, user: 'app', text, blocks: [], files: [], isEdited: false, isEphemeral: false },
});

/** A session of Ann's, and its server: each question waits until it is answered here. */
function annsSession() {
  const asked: { user: string; answer: (state: SandboxState) => void; fail: () => void }[] = [];
  const streams: { user: string; listener: StreamListener; isOver: boolean }[] = [];
  const failures: string[] = [];
  const server = {
    loadState: (user: string) =>
      new Promise<SandboxState>((resolve, reject) => {
        asked.push({ user, answer: resolve, fail: () => reject(new Error('refused')) });
      }),
    followStream(user: string, listener: StreamListener) {
      const stream = { user, listener, isOver: false };
      streams.push(stream);
      return () => {
        stream.isOver = true;
      };
    },
  };
  const listener = {
    changed: () => {},
    arrived: () => {},
    lost: () => {},
    failed: (words: string) => void failures.push(words),
  };
  const session = makeSession(stateOf('ann'), server, listener);
  session.follow();
  const happens = (one: StreamEvent) => streams.filter(({ isOver }) => !isOver).map((on) => on.listener.event(one));
  const seen = () => session.state.conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
  return { session, asked, streams, failures, happens, seen };
}

describe('becoming somebody else', () => {
  test('is not undone by what happens to the one before meanwhile', async () => {
    const { session, asked, streams, happens } = annsSession();
    const becoming = session.become('bob');
    happens(saying('D2', 'a conversation that Ann did not have'));
    streams[0]?.listener.connected();
    expect({ asked: asked.map(({ user }) => user), chosen: session.chosen }).toEqual({ asked: ['bob'], chosen: 'bob' });

    asked[0]?.answer(stateOf('bob'));

    expect(await becoming).toBe(true);
    expect([session.state.you.id, session.chosen]).toEqual(['bob', 'bob']);
    expect(streams.map(({ user, isOver }) => ({ user, isOver }))).toEqual([
      { user: 'ann', isOver: true },
      { user: 'bob', isOver: false },
    ]);
  });

  test('is given up for the person chosen after', async () => {
    const { session, asked } = annsSession();
    const first = session.become('bob');
    const second = session.become('ann');
    asked[1]?.answer(stateOf('ann'));
    asked[0]?.answer(stateOf('bob'));

    expect([await first, await second, session.state.you.id]).toEqual([false, true, 'ann']);
  });

  test('that fails leaves the one before, who has missed nothing', async () => {
    const { session, asked, failures, happens, seen } = annsSession();
    const becoming = session.become('bob');
    happens(saying('D1', 'hello'));
    asked[0]?.fail();
    await Promise.resolve();
    await Promise.resolve();
    asked[1]?.answer(stateOf('ann'));

    expect(await becoming).toBe(false);
    expect({ chosen: session.chosen, failures: failures.length, seen: seen() }).toEqual({
      chosen: 'ann',
      failures: 1,
      seen: ['hello'],
    });
  });
});

test('what happened is shown though the whole could not be asked for', async () => {
  const { asked, streams, happens, seen } = annsSession();
  streams[0]?.listener.connected();
  happens(saying('D1', 'hello'));
  asked[0]?.fail();
  await new Promise(setImmediate);
  happens(saying('D1', 'again'));

  expect(seen()).toEqual(['hello', 'again']);
});
