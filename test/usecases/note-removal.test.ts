import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DurationLike } from 'luxon';
import { makeAesGcmSealer } from '../../src/adapters/sealing/aes-gcm-sealer.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { type Installations, openInstallations } from '../../src/store/installations.ts';
import { makeKnownInstallations } from '../../src/usecases/known-installations.ts';
import { makeNoteRemoval, type NoteRemoval } from '../../src/usecases/note-removal.ts';
import { sealToken } from '../../src/usecases/sealed-token.ts';
import { ACME, AGREED_AT, ZENITH } from '../support/a-meeting.ts';
import { anInstallation } from '../support/an-installation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeLog } from '../support/fake-log.ts';
import { fakeTokenExchange } from '../support/fake-token-exchange.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const sealer = makeAesGcmSealer([Buffer.alloc(32, 'a key').toString('base64')], 'tokens');
let temporary: TemporaryStore;
let installations: Installations;
let exchange: ReturnType<typeof fakeTokenExchange>;
let noteRemoval: NoteRemoval;
/** Of which workspaces the rooms were closed. */
let closed: string[];

beforeEach(async () => {
  temporary = await openTemporaryStore();
  installations = await openInstallations(temporary.store);
  exchange = fakeTokenExchange();
  const known = makeKnownInstallations(installations);
  const clock = fakeClock('2026-03-02T12:00:00Z');
  closed = [];
  noteRemoval = makeNoteRemoval({
    installations,
    known,
    exchange,
    sealer,
    closeRemoved: async (workspace) => void closed.push(workspace),
    clock,
    log: fakeLog(),
  });
  const token = sealToken(sealer, ACME, { secret: 'xoxb-1', rotation: null });
  await installations.put(anInstallation({ token }));
});
afterEach(() => temporary.close());

const after = (time: DurationLike) => AGREED_AT.plus(time);
const isThere = async () => (await installations.get(ACME)) !== null;
const HOUR = { hours: 1 };

test('an app that was removed is gone, whatever its token would say', async () => {
  await noteRemoval({ workspace: ACME, at: after(HOUR), bots: null });

  expect(await isThere()).toBe(false);
  expect(await installations.removed()).toEqual([{ workspace: ACME, removedAt: after({ hours: 3 }) }]);
});

test('its rooms are closed, at the second word too, since the first may have been cut short', async () => {
  const said = { workspace: ACME, at: after(HOUR), bots: null };
  await noteRemoval({ ...said, at: after({ hours: -1 }) });
  expect(closed).toEqual([]);

  await noteRemoval(said);
  await noteRemoval(said);
  expect(closed).toEqual([ACME, ACME]);
});

test.each([
  ['the bot of this app is', ['U0OTHER00', 'U0CONVENE'], false],
  ['only other users are', ['U0OTHER00'], true],
  ['only people are', [], true],
])('when tokens are revoked and %s among them', async (_, bots, stays) => {
  await noteRemoval({ workspace: ACME, at: after(HOUR), bots });

  expect(await isThere()).toBe(stays);
});

test('what is told late, of the time before the app was installed again, changes nothing', async () => {
  exchange.kill('xoxb-1');
  await noteRemoval({ workspace: ACME, at: after({ hours: -1 }), bots: ['U0CONVENE'] });

  expect(await isThere()).toBe(true);
});

test('what is told of the minute in which it was installed again is decided by the token', async () => {
  await noteRemoval({ workspace: ACME, at: after({ seconds: 20 }), bots: null });
  expect(await isThere()).toBe(true);

  exchange.kill('xoxb-1');
  await noteRemoval({ workspace: ACME, at: after({ seconds: -20 }), bots: null });
  expect(await isThere()).toBe(false);
});

test.each([
  [{ seconds: -20 }, true],
  [{ seconds: 20 }, false],
])('where Slack cannot be asked about it at %j, the clocks decide', async (time, stays) => {
  exchange.fail(new ChatFault('unavailable', 'no_answer'));
  await noteRemoval({ workspace: ACME, at: after(time), bots: null });

  expect(await isThere()).toBe(stays);
});

test('a workspace that never had the app has nothing to lose', async () => {
  await noteRemoval({ workspace: ZENITH, at: after(HOUR), bots: null });

  expect(await installations.removed()).toEqual([]);
});
