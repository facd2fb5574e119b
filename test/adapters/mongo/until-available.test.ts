import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { untilAvailable } from '../../../src/adapters/mongo/until-available.ts';
import { StoreUnavailable } from '../../../src/ports/documents.ts';
import { eventually } from '../../support/eventually.ts';

const away = new StoreUnavailable('away');
const broken = new Error('broken');

let closing: AbortController;
let ends: unknown[];
const onEnd = (error: unknown) => ends.push(error);

beforeEach(() => {
  closing = new AbortController();
  ends = [];
});

afterEach(() => closing.abort());

/** Work whose tries end so, one after the other; null is a success. */
function working(...outcomes: (Error | null)[]) {
  const left = [...outcomes];
  return async () => {
    const outcome = left.shift() ?? null;
    if (outcome) throw outcome;
  };
}

test('is done at once where nothing is in the way', async () => {
  const undertaking = untilAvailable(working(null), closing.signal, onEnd);
  await undertaking.firstTry;

  expect(undertaking.isDone()).toBe(true);
  expect(() => undertaking.requireDone()).not.toThrow();
  expect(ends).toEqual([]);
});

test('is tried again until it is done, and says so once', async () => {
  const undertaking = untilAvailable(working(away, away, null), closing.signal, onEnd);
  await undertaking.firstTry;

  expect(undertaking.isDone()).toBe(false);
  expect(() => undertaking.requireDone()).toThrow(away);
  await eventually(() => undertaking.requireDone());
  expect(undertaking.isDone()).toBe(true);
  expect(ends).toEqual([null]);
});

test('refuses at once what no further try can mend', async () => {
  const undertaking = untilAvailable(working(broken), closing.signal, onEnd);

  await expect(undertaking.firstTry).rejects.toBe(broken);
  expect(() => undertaking.requireDone()).toThrow(broken);
  expect(ends).toEqual([]);
});

test('tells what ended it when that comes later', async () => {
  const undertaking = untilAvailable(working(away, broken, null), closing.signal, onEnd);
  await undertaking.firstTry;
  await eventually(() => expect(ends).toEqual([broken]));

  expect(() => undertaking.requireDone()).toThrow(broken);
});

test('ends without a word when it is no longer wanted', async () => {
  let tries = 0;
  const undertaking = untilAvailable(
    async () => {
      tries += 1;
      throw away;
    },
    closing.signal,
    onEnd,
  );
  await undertaking.firstTry;
  closing.abort();
  await new Promise((resolve) => setTimeout(resolve, 250));

  expect(tries).toBe(1);
  expect(ends).toEqual([]);
});
