import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SlackUserId, WorkspaceId } from '../../src/domain/ids.ts';
import type { Directory, Person } from '../../src/ports/directory.ts';
import { chatFaultOf } from './messenger.contract.ts';

export interface OpenedDirectory {
  readonly directory: Directory;
  readonly workspace: WorkspaceId;
  readonly person: Person;
  readonly bot: SlackUserId;
  readonly deactivated: SlackUserId;
  /** The next question is told to slow down for 30 seconds. */
  throttle(): void;
  /** Thirty seconds pass. */
  waitOut(): void;
  close(): Promise<void>;
}

/** What every `Directory` tells, whatever workspace stands behind it. */
export function describeDirectory(name: string, open: () => Promise<OpenedDirectory>): void {
  describe(`${name}, as a directory`, () => {
    let opened: OpenedDirectory;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const ask = (user: SlackUserId) => opened.directory.person(opened.workspace, user);

    test('tells a person as their profile says', async () => {
      expect(await ask(opened.person.user)).toEqual(opened.person);
    });

    test('tells bots and those who left apart', async () => {
      expect(await ask(opened.bot)).toMatchObject({ user: opened.bot, kind: 'bot' });
      expect(await ask(opened.deactivated)).toMatchObject({
        user: opened.deactivated,
        kind: 'deactivated',
        zone: null,
      });
    });

    test('knows nobody by an id that nobody has', async () => {
      expect(await ask('U0NOBODY0' as SlackUserId)).toBeNull();
    });

    test('keeps no fault for an answer', async () => {
      opened.throttle();

      expect(await chatFaultOf(ask(opened.person.user))).toMatchObject({ kind: 'throttled', retryAfterSeconds: 30 });
      opened.waitOut();
      expect(await ask(opened.person.user)).toEqual(opened.person);
    });
  });
}
