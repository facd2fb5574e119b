import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Gate } from '../../src/domain/gate.ts';
import { openGates } from '../../src/store/gates.ts';
import { ACME, AGREED_AT } from '../support/a-meeting.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.close());

const gate: Gate = { workspace: ACME, what: 'chat.postMessage' };
const later = (seconds: number) => AGREED_AT.plus({ seconds });

test('a gate that was closed is closed at once, and opens by itself', async () => {
  const gates = await openGates(temporary.store);
  await gates.close(gate, later(30), AGREED_AT);

  expect([gates.opensAt([gate], AGREED_AT), gates.opensAt([gate], later(30))]).toEqual([later(30), null]);
});

test('other processes, and the next one, learn of it when they refresh', async () => {
  const [mine, other] = [await openGates(temporary.store), await openGates(temporary.store)];
  await mine.close(gate, later(30), AGREED_AT);
  expect(other.opensAt([gate], AGREED_AT)).toBeNull();

  await other.refresh(AGREED_AT);
  expect(other.opensAt([gate], AGREED_AT)?.toMillis()).toBe(later(30).toMillis());
  const next = await openGates(await temporary.reopen());
  await next.refresh(later(29));
  expect(next.opensAt([gate], later(29))?.toMillis()).toBe(later(30).toMillis());
});

test('of many who close it at once, the latest time is kept', async () => {
  const gates = await openGates(temporary.store);
  await Promise.all([10, 40, 20, 30].map((seconds) => gates.close(gate, later(seconds), AGREED_AT)));

  const other = await openGates(temporary.store);
  await other.refresh(AGREED_AT);
  expect(other.opensAt([gate], AGREED_AT)?.toMillis()).toBe(later(40).toMillis());
});
