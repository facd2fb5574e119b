import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeAesGcmSealer } from '../../src/adapters/sealing/aes-gcm-sealer.ts';
import type { DeliveryKind, Outcome } from '../../src/domain/delivery.ts';
import { ROOM_SERVICE } from '../../src/domain/gate.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import { type Installations, openInstallations } from '../../src/store/installations.ts';
import { closedWhileGone } from '../../src/usecases/closed-while-gone.ts';
import { makeKnownInstallations } from '../../src/usecases/known-installations.ts';
import type { NoteRemoval } from '../../src/usecases/note-removal.ts';
import { noteRemovalInTheEnd } from '../../src/usecases/note-removal-in-the-end.ts';
import type { PerformDelivery } from '../../src/usecases/perform-delivery.ts';
import { sealToken } from '../../src/usecases/sealed-token.ts';
import { makeStopWhereRefused, stoppingWhereRefused } from '../../src/usecases/stop-where-refused.ts';
import { ACME, AGREED_AT, aMeeting } from '../support/a-meeting.ts';
import { anInstallation } from '../support/an-installation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeGates } from '../support/fake-gates.ts';
import { fakeLog } from '../support/fake-log.ts';
import { fakeTokenExchange } from '../support/fake-token-exchange.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';
import { aDelivery, mine } from './stage.ts';

const sealer = makeAesGcmSealer([Buffer.alloc(32, 'a key').toString('base64')], 'tokens');
let temporary: TemporaryStore;
let installations: Installations;
let exchange: ReturnType<typeof fakeTokenExchange>;
let log: ReturnType<typeof fakeLog>;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  installations = await openInstallations(temporary.store);
  exchange = fakeTokenExchange();
  log = fakeLog();
  closed = [];
  await install('xoxb-1');
});
afterEach(() => temporary.close());

const install = (secret: string) =>
  installations.put(anInstallation({ token: sealToken(sealer, ACME, { secret, rotation: null }) }));
let closed: string[];
const closeRemoved = async (workspace: string) => void closed.push(workspace);
const isThere = async () => (await installations.get(ACME)) !== null;

/** An invitation that comes to this, and what becomes of it. */
function brought(outcome: Outcome): Promise<Outcome> {
  const known = makeKnownInstallations(installations);
  const clock = fakeClock('2026-03-02T12:00:00Z');
  const stopWhereRefused = makeStopWhereRefused({ installations, known, exchange, sealer, closeRemoved, clock, log });
  const performers = { invitation: async () => outcome } as unknown as Record<DeliveryKind, PerformDelivery>;
  const { invitation } = stoppingWhereRefused(performers, { stopWhereRefused, log });
  return invitation(aDelivery(aMeeting(), 'invitation', null), mine);
}

function refused(reason: string): Outcome {
  return { kind: 'again', reason, throttledForSeconds: null, ambiguous: false };
}

test.each([
  ['token_revoked', 'dead', false],
  ['account_inactive', 'dead', false],
  ['invalid_auth', 'dead', true],
  ['token_revoked', 'alive', true],
  ['token_expired', 'dead', true],
  ['internal_error', 'dead', true],
])('where a message is refused with %s and the token is %s, the workspace stays: %s', async (code, token, stays) => {
  if (token === 'dead') exchange.kill('xoxb-1');

  expect(await brought(refused(code))).toEqual(refused(code));
  expect([await isThere(), closed]).toEqual([stays, stays ? [] : [ACME]]);
});

test('a workspace that has installed the app again meanwhile is asked about by its new token', async () => {
  exchange.kill('xoxb-1');
  await install('xoxb-2');

  await brought(refused('token_revoked'));

  expect(await isThere()).toBe(true);
});

test('where Slack cannot be asked, the delivery goes on as it would, and it is logged', async () => {
  exchange.fail(new ChatFault('unavailable', 'no_answer'));

  expect(await brought(refused('token_revoked'))).toEqual(refused('token_revoked'));
  expect([await isThere(), log.said('error')]).toEqual([
    true,
    ['whether the app is gone from a workspace could not be found out'],
  ]);
});

test('a removal that cannot be stored is noted again until it is', async () => {
  const faults = [1, 2, 3].map(() => new StoreUnavailable('down'));
  const noted: unknown[] = [];
  const pauses: number[] = [];
  const once: NoteRemoval = async (said) => {
    const fault = faults.shift();
    if (fault) throw fault;
    noted.push(said);
  };
  const noteRemoval = noteRemovalInTheEnd(once, { pause: async (ms) => void pauses.push(ms), log });
  const said = { workspace: ACME, at: AGREED_AT, bots: null };

  await noteRemoval(said);

  expect([noted, pauses, log.lines.length]).toEqual([[said], [1_000, 2_000, 4_000], 3]);
});

test('the one workspace that there is is closed while the app is gone, and nothing else is', async () => {
  let isThere = true;
  const gates = closedWhileGone(fakeGates(), async () => isThere);
  const opensAt = () =>
    [{ workspace: ACME, what: 'chat.postMessage' as const }, ROOM_SERVICE].map((gate) =>
      gates.opensAt([gate], AGREED_AT),
    );
  await gates.refresh(AGREED_AT);
  expect(opensAt()).toEqual([null, null]);

  isThere = false;
  await gates.refresh(AGREED_AT);

  expect(opensAt()).toEqual([AGREED_AT.plus({ minutes: 10 }), null]);
});
