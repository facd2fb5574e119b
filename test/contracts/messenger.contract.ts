import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../../src/domain/ids.ts';
import type { PostedMessage } from '../../src/domain/seat.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import type { Message, Messenger } from '../../src/ports/messenger.ts';

export interface OpenedMessenger {
  readonly messenger: Messenger;
  readonly workspace: WorkspaceId;
  /** Two who can be written to, and one who cannot. */
  readonly people: readonly [SlackUserId, SlackUserId];
  readonly shutOut: SlackUserId;
  /** The present at the service. */
  readonly now: DateTime;
  /** The next call of this method takes effect, and its answer is lost. */
  loseAnswer(method: Changing): void;
  /** The next call of this method is told to slow down for 30 seconds, and takes no effect. */
  throttle(method: Changing): void;
  /** Thirty seconds pass. */
  waitOut(): void;
  /** The app is no longer granted a look at its conversations and files. */
  lookAway(): void;
  /** What a message that stands there says, in whatever form. */
  textOf(at: PostedMessage): Promise<string>;
  close(): Promise<void>;
}

/** The methods by which something stands there that did not, or the other way round. */
export type Changing = 'post' | 'share' | 'update' | 'remove' | 'removeFile';

const message: Message = { kind: 'room-trouble', title: 'Standup', reason: 'unauthorized', reference: 'c0de' };
const other: Message = { ...message, title: 'Retro' };
const file = { filename: 'standup.ics', content: 'BEGIN:VCALENDAR\r\nSUMMARY:Ünïcode\r\nEND:VCALENDAR\r\n' };
const slowDown = { kind: 'throttled', retryAfterSeconds: 30, ambiguous: false, retryable: true };
const lostAnswer = { kind: 'unavailable', ambiguous: true, retryable: true };

/** What every `Messenger` does, whatever chat service stands behind it. */
export function describeMessenger(name: string, open: () => Promise<OpenedMessenger>): void {
  describe(`${name}, as a messenger`, () => {
    let opened: OpenedMessenger;
    let channel: string;
    let otherChannel: string;

    beforeEach(async () => {
      opened = await open();
      const { messenger, workspace, people } = opened;
      channel = (await messenger.openConversation(workspace, people[0])).channel;
      otherChannel = (await messenger.openConversation(workspace, people[1])).channel;
    });
    afterEach(() => opened.close());

    const post = (key: string) => opened.messenger.post(opened.workspace, channel, message, key);
    const find = (key: string, where = channel) =>
      opened.messenger.findPosted(opened.workspace, where, key, opened.now);
    const upload = async () => (await opened.messenger.upload(opened.workspace, file)).fileId;
    const share = (id: string) => opened.messenger.share(opened.workspace, channel, { id, title: 'Standup' });
    const isShared = (id: string, where = channel) => opened.messenger.isShared(opened.workspace, where, id);

    test('opens one conversation for each person', async () => {
      const again = await opened.messenger.openConversation(opened.workspace, opened.people[0]);

      expect(again).toEqual({ channel });
      expect(otherChannel).not.toBe(channel);
    });

    test('says of a person who cannot be written to that repeating will not help', async () => {
      const opening = opened.messenger.openConversation(opened.workspace, opened.shutOut);

      expect(await chatFaultOf(opening)).toMatchObject({ kind: 'unreachable', retryable: false, ambiguous: false });
    });

    test('finds a message by its key, in its own conversation only', async () => {
      const first = await post('key/1');
      const second = await post('key/2');

      expect(first).not.toEqual(second);
      expect([await find('key/1'), await find('key/2')]).toEqual([first, second]);
      expect([await find('key'), await find('key/1', otherChannel)]).toEqual(['absent', 'absent']);
    });

    test('finds a message whose answer was lost', async () => {
      opened.loseAnswer('post');

      expect(await chatFaultOf(post('key'))).toMatchObject(lostAnswer);
      expect(await find('key')).toEqual({ ts: expect.stringMatching(/\d/) });
    });

    test('has not posted what it was told to hold back', async () => {
      opened.throttle('post');

      expect(await chatFaultOf(post('key'))).toMatchObject(slowDown);
      expect(await find('key')).toBe('absent');
    });

    test('shares an upload once, into the conversation that is named', async () => {
      const id = await upload();
      expect(await isShared(id)).toBe(false);

      expect(await share(id)).toBe('shared');
      expect([await isShared(id), await isShared(id, otherChannel)]).toEqual([true, false]);
      expect(await share(id)).toBe('gone');
    });

    test('finds a shared file by its name, in its own conversation only', async () => {
      const { messenger, workspace, now } = opened;
      const look = (where: string, filename: string) => messenger.findShared(workspace, where, filename, now);
      const id = await upload();
      expect(await look(channel, 'standup.ics')).toBe('absent');

      await share(id);

      expect(await look(channel, 'standup.ics')).toEqual({ fileId: id });
      expect([await look(channel, 'standup'), await look(otherChannel, 'standup.ics')]).toEqual(['absent', 'absent']);
    });

    test('shared a file whose answer was lost', async () => {
      const id = await upload();
      opened.loseAnswer('share');

      expect(await chatFaultOf(share(id))).toMatchObject(lostAnswer);
      expect([await share(id), await isShared(id)]).toEqual(['gone', true]);
    });

    test('has not shared what it was told to hold back', async () => {
      const id = await upload();
      opened.throttle('share');

      expect(await chatFaultOf(share(id))).toMatchObject(slowDown);
      opened.waitOut();
      expect([await isShared(id), await share(id)]).toEqual([false, 'shared']);
    });

    test('has nothing of a file that was never uploaded', async () => {
      expect([await share('F0NOTHING'), await isShared('F0NOTHING')]).toEqual(['gone', false]);
    });

    test('changes what a message says, and it stays the same message', async () => {
      const { ts } = await post('key');
      const change = () => opened.messenger.update(opened.workspace, { channel, ts }, other);

      await change();
      await change();

      expect(await find('key')).toEqual({ ts });
      expect(await opened.textOf({ channel, ts })).toContain('Retro');
    });

    test('has changed what it was told to hold back only when it is asked again', async () => {
      const at = { channel, ...(await post('key')) };
      const change = () => opened.messenger.update(opened.workspace, at, other);
      opened.throttle('update');

      expect(await chatFaultOf(change())).toMatchObject(slowDown);
      expect(await opened.textOf(at)).toContain('Standup');
      opened.waitOut();
      await change();
      expect(await opened.textOf(at)).toContain('Retro');
    });

    test('cannot change a message that is not there, and repeating will not help', async () => {
      const at = { channel, ...(await post('key')) };
      await opened.messenger.remove(opened.workspace, at);

      const change = opened.messenger.update(opened.workspace, at, other);

      expect(await chatFaultOf(change)).toMatchObject({ kind: 'refused', code: 'message_not_found', retryable: false });
    });

    test('removes a message for good, and what is gone may be removed again', async () => {
      const first = { channel, ...(await post('key/1')) };
      const second = await post('key/2');

      await opened.messenger.remove(opened.workspace, first);
      await opened.messenger.remove(opened.workspace, first);

      expect([await find('key/1'), await find('key/2')]).toEqual(['absent', second]);
    });

    test('removes a shared file for good, and what is gone may be removed again', async () => {
      const { messenger, workspace, now } = opened;
      const id = await upload();
      await share(id);

      await messenger.removeFile(workspace, id);
      await messenger.removeFile(workspace, id);
      await messenger.removeFile(workspace, 'F0NOTHING');

      expect([await isShared(id), await share(id)]).toEqual([false, 'gone']);
      expect(await messenger.findShared(workspace, channel, 'standup.ics', now)).toBe('absent');
    });

    test.each(['remove', 'removeFile'] as const)(
      '%s has worked when its answer is lost, and says so',
      async (method) => {
        const at = { channel, ...(await post('key')) };
        const id = await upload();
        await share(id);
        const act = () =>
          method === 'remove'
            ? opened.messenger.remove(opened.workspace, at)
            : opened.messenger.removeFile(opened.workspace, id);
        opened.loseAnswer(method);

        expect(await chatFaultOf(act())).toMatchObject(lostAnswer);
        await act();
        expect(method === 'remove' ? await find('key') : await isShared(id)).toBe(
          method === 'remove' ? 'absent' : false,
        );
      },
    );

    test('does not know what it may not look at', async () => {
      const id = await upload();
      await post('key');
      opened.lookAway();

      const file = opened.messenger.findShared(opened.workspace, channel, 'standup.ics', opened.now);

      expect([await find('key'), await file, await isShared(id)]).toEqual(['unknowable', 'unknowable', 'unknowable']);
    });
  });
}

/** The fault that this ends in; fails the test when it ends in anything else. */
export async function chatFaultOf(act: Promise<unknown>): Promise<ChatFault> {
  const outcome = await act.catch((error: unknown) => error);
  if (outcome instanceof ChatFault) return outcome;
  throw new Error(`Expected a fault of the chat service, not ${JSON.stringify(outcome) ?? String(outcome)}`);
}
