import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeAesGcmSealer } from '../../src/adapters/sealing/aes-gcm-sealer.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import { type Installations, openInstallations } from '../../src/store/installations.ts';
import { makeBotTokenOf } from '../../src/usecases/bot-token-of.ts';
import { makeKnownInstallations } from '../../src/usecases/known-installations.ts';
import { makeRenewToken } from '../../src/usecases/renew-token.ts';
import { sealToken } from '../../src/usecases/sealed-token.ts';
import { chatFaultOf } from '../contracts/messenger.contract.ts';
import { ACME, AGREED_AT, ZENITH } from '../support/a-meeting.ts';
import { anInstallation } from '../support/an-installation.ts';
import { eventually } from '../support/eventually.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeLog } from '../support/fake-log.ts';
import { fakeTokenExchange } from '../support/fake-token-exchange.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const KEY = Buffer.alloc(32, 'a key').toString('base64');
const sealer = makeAesGcmSealer([KEY], 'tokens');
let temporary: TemporaryStore;
let clock: ReturnType<typeof fakeClock>;
let exchange: ReturnType<typeof fakeTokenExchange>;
let log: ReturnType<typeof fakeLog>;
let installations: Installations;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  installations = await openInstallations(temporary.store);
  clock = fakeClock(AGREED_AT.toISO() ?? '');
  exchange = fakeTokenExchange();
  log = fakeLog();
});
afterEach(() => temporary.close());

/** A process with a memory of its own. */
function startProcess(stored: Installations = installations, keys: readonly [string, ...string[]] = [KEY]) {
  const own = { installations: stored, sealer: makeAesGcmSealer(keys, 'tokens'), exchange, clock, log, pause: sleep };
  const known = makeKnownInstallations(stored);
  return makeBotTokenOf({ ...own, known, renewToken: makeRenewToken({ ...own, known }) });
}

async function install(minutesToLive: number | null): Promise<void> {
  const expiresAt = minutesToLive === null ? null : clock.now().plus({ minutes: minutesToLive });
  const rotation = expiresAt && { refreshToken: 'xoxe-1', expiresAt };
  await installations.put(anInstallation({ token: sealToken(sealer, ACME, { secret: 'xoxb-1', rotation }) }));
}

const five = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 5 }, act));
const counting = (store: Installations) => {
  let reads = 0;
  const get: Installations['get'] = (workspace) => {
    reads += 1;
    return store.get(workspace);
  };
  return { ...store, get, reads: () => reads };
};

test('a token is read from the store once, however often it is asked for', async () => {
  await install(null);
  const counted = counting(installations);
  const tokenOf = startProcess(counted);

  expect(await five(() => tokenOf(ACME))).toEqual(Array(5).fill('xoxb-1'));
  expect(await tokenOf(ACME)).toBe('xoxb-1');
  expect(counted.reads()).toBe(1);
});

test('what was read once is still known when the store is down', async () => {
  await install(null);
  let isDown = false;
  const get: Installations['get'] = async (id) => {
    if (isDown) throw new StoreUnavailable('down');
    return installations.get(id);
  };
  const known = makeKnownInstallations({ get }, 1);
  await known.get(ACME);
  isDown = true;
  await sleep(5);

  expect((await known.get(ACME))?.name).toBe('Acme');
});

test('where the app is not, there is no token', async () => {
  const tokenOf = startProcess();

  expect(await chatFaultOf(tokenOf(ZENITH))).toMatchObject({ kind: 'unauthorized', code: 'not_installed' });
});

test('an installation made by another process is noticed at the next look', async () => {
  const tokenOf = startProcess();
  await chatFaultOf(tokenOf(ACME));
  await install(null);

  expect(await tokenOf(ACME)).toBe('xoxb-1');
});

test('a store that is down is a fault that passes, and in which nothing was sent', async () => {
  const get = () => Promise.reject(new StoreUnavailable('down'));
  const tokenOf = startProcess({ ...installations, get });

  expect(await chatFaultOf(tokenOf(ACME))).toMatchObject({ kind: 'unavailable', ambiguous: false });
});

describe('near its end', () => {
  test('five who ask at once get the token that is still good, and one renewal goes out', async () => {
    await install(60);
    const tokenOf = startProcess();

    expect(await five(() => tokenOf(ACME))).toEqual(Array(5).fill('xoxb-1'));
    await eventually(async () => expect(await tokenOf(ACME)).toBe('xoxb-2'));
    expect(exchange.spent).toEqual(['xoxe-1']);
  });

  test('after its end, five in each of two processes wait for one renewal', async () => {
    await install(-60);
    const [here, there] = [startProcess(), startProcess(await openInstallations(temporary.store))];
    const tokens = await Promise.all([five(() => here(ACME)), five(() => there(ACME))]);

    expect(tokens.flat()).toEqual(Array(10).fill('xoxb-2'));
    expect(exchange.spent).toEqual(['xoxe-1']);
    expect((await installations.get(ACME))?.token.expiresAt).toEqual(clock.now().plus({ hours: 12 }));
  });

  test('a renewal that fails is left alone for half a minute, and then tried again', async () => {
    await install(60);
    exchange.fail(new ChatFault('unavailable', 'no_answer'));
    const tokenOf = startProcess();
    await five(() => tokenOf(ACME));
    await eventually(() => expect(log.said('warn')).toHaveLength(1));
    await five(() => tokenOf(ACME));
    expect(exchange.spent).toEqual([]);

    clock.advance({ seconds: 30 });
    await eventually(async () => expect(await tokenOf(ACME)).toBe('xoxb-2'));
    expect(log.said('warn')).toEqual(['the token of a workspace was not renewed; it will be tried again']);
  });

  test('a refresh token that was spent elsewhere is told to the operator once there is no good token left', async () => {
    await install(-60);
    exchange.fail(new ChatFault('unauthorized', 'invalid_refresh_token'));
    const tokenOf = startProcess();

    expect(await chatFaultOf(tokenOf(ACME))).toMatchObject({ kind: 'unauthorized', code: 'invalid_refresh_token' });
    expect(log.said('error')).toEqual([
      'the token of a workspace cannot be renewed: the app has to be installed there again',
    ]);
  });

  test('a renewed token survives a moment without the store', async () => {
    await install(-60);
    let failures = 1;
    const endRenewal: Installations['endRenewal'] = async (...args) => {
      failures -= 1;
      if (failures >= 0) throw new StoreUnavailable('down');
      await installations.endRenewal(...args);
    };
    const tokenOf = startProcess({ ...installations, endRenewal });

    expect(await tokenOf(ACME)).toBe('xoxb-2');
  });
});

describe('what is stored', () => {
  test('holds no token in the open', async () => {
    await install(60);

    expect(JSON.stringify(await installations.get(ACME))).not.toMatch(/xox/);
  });

  test('opens in no other workspace, and says what to do', async () => {
    await install(null);
    const stolen = await installations.get(ACME);
    await installations.put(anInstallation({ ...stolen, workspace: ZENITH }));
    const tokenOf = startProcess();

    expect(await chatFaultOf(tokenOf(ZENITH))).toMatchObject({ kind: 'unauthorized', code: 'token_unreadable' });
    expect(log.said('error')).toEqual(['a stored token cannot be decrypted: check ENCRYPTION_KEY, or install again']);
  });

  test('opens under the old key after a change, and its next token is sealed under the new one', async () => {
    await install(-60);
    const newKey = Buffer.alloc(32, 'new').toString('base64');

    expect(await startProcess(installations, [newKey, KEY])(ACME)).toBe('xoxb-2');
    expect(await startProcess(installations, [newKey])(ACME)).toBe('xoxb-2');
  });
});
