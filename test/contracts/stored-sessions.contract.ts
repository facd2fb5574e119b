import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freshSession, heard, type SessionEvent } from '../../src/domain/session.ts';
import { openSessions, type Sessions } from '../../src/store/sessions.ts';
import { AGREED_AT, aMeeting, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import type { OpenedStore } from './tasks.ts';

const bob = { run: 'r1', peer: 'laptop', person: idOf(aMeeting(), BOB) };
const chen = { run: 'r1', peer: 'phone', person: idOf(aMeeting(), CHEN) };
const later = AGREED_AT.plus({ minutes: 30 });
const MEETING: readonly SessionEvent[] = [
  { kind: 'started', run: 'r1', at: AGREED_AT },
  { kind: 'joined', ...bob, at: AGREED_AT },
  { kind: 'joined', ...chen, at: AGREED_AT },
  { kind: 'left', ...bob, at: later },
  { kind: 'recorded', recording: { id: 'rec', status: 'recording', startedAt: AGREED_AT, stoppedAt: null } },
  { kind: 'ended', run: 'r1', at: later },
];

/** What is kept of what happened in rooms, on any store. */
export function describeStoredSessions(name: string, open: () => Promise<OpenedStore>): void {
  describe(`sessions in ${name}`, () => {
    let opened: OpenedStore;
    let sessions: Sessions;

    beforeEach(async () => {
      opened = await open();
      sessions = await openSessions(opened.store);
    });
    afterEach(() => opened.close());

    const tell = (...events: SessionEvent[]) =>
      sessions.change(STANDUP, 'once', (session) => events.reduce(heard, session));

    test('a session in which nothing has happened is there without being stored', async () => {
      expect(await sessions.get(STANDUP, 'once')).toEqual(freshSession(STANDUP, 'once'));
      expect(await tell()).toBe(false);
      expect(await sessions.ofMeeting(STANDUP)).toEqual([]);
    });

    test('a whole session comes back as it was, also after a restart', async () => {
      expect(await tell(...MEETING)).toBe(true);

      const whole = MEETING.reduce(heard, freshSession(STANDUP, 'once'));
      expect(await sessions.get(STANDUP, 'once')).toEqual(whole);
      expect(await (await openSessions(await opened.reopen())).ofMeeting(STANDUP)).toEqual([whole]);
    });

    test('what is told again is no news', async () => {
      await tell(...MEETING);

      expect(await tell(...MEETING)).toBe(false);
    });

    test('of many who tell at once, all are heard', async () => {
      const joins = Array.from(
        { length: 10 },
        (_, n): SessionEvent => ({ ...bob, kind: 'joined', peer: `p${n}`, at: later }),
      );

      expect(await Promise.all(joins.map((join) => tell(join)))).toEqual(joins.map(() => true));
      expect((await sessions.get(STANDUP, 'once')).peers).toHaveLength(10);
    });

    test('one person is forgotten in every occurrence, and the others are not', async () => {
      await tell(...MEETING);
      await sessions.change(STANDUP, 'next', (session) => MEETING.reduce(heard, session));

      await sessions.forget(STANDUP, bob.person);

      const people = (await sessions.ofMeeting(STANDUP)).map(({ peers }) => peers.map(({ person }) => person));
      expect(people).toEqual([[chen.person], [chen.person]]);
    });

    test('a meeting that is removed takes its sessions along', async () => {
      await tell(...MEETING);

      await sessions.removeOf(STANDUP);

      expect(await sessions.ofMeeting(STANDUP)).toEqual([]);
    });
  });
}
