import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { gathered } from '../../src/usecases/gathered.ts';

/** Work that is under way until it is told to end; the second of a key may be made to fail. */
function setting(failing: readonly string[] = []) {
  const goes: string[] = [];
  const endings: (() => void)[] = [];
  const ask = gathered<string, string>(async (key, items) => {
    const go = `${key}: ${items.join(' ')}`;
    goes.push(go);
    await new Promise<void>((resolve) => endings.push(resolve));
    if (failing.includes(go)) throw new Error(go);
    return go;
  });
  const endAll = async () => {
    for (let seen = -1; seen !== goes.length; ) {
      seen = goes.length;
      for (const end of endings.splice(0)) end();
      await nextTurn();
    }
  };
  return { ask, goes, endAll };
}

test('what is asked for while work is under way is done in one go after it', async () => {
  const { ask, goes, endAll } = setting();
  const first = ask('room', 'a');
  await nextTurn();
  const rest = ['b', 'c', 'd'].map((item) => ask('room', item));
  await endAll();

  expect(await Promise.all([first, ...rest])).toEqual(['room: a', 'room: b c d', 'room: b c d', 'room: b c d']);
  expect(goes).toEqual(['room: a', 'room: b c d']);
});

test('different keys do not wait for each other', async () => {
  const { ask, goes, endAll } = setting();
  const both = [ask('one', 'a'), ask('other', 'b')];
  await nextTurn();

  expect(goes).toEqual(['one: a', 'other: b']);
  await endAll();
  await Promise.all(both);
});

test('a go that fails fails for all of it, and for nobody else', async () => {
  const { ask, endAll } = setting(['room: b c']);
  const first = ask('room', 'a');
  await nextTurn();
  const failing = [ask('room', 'b'), ask('room', 'c')].map((asked) => asked.catch((error: Error) => error.message));
  await nextTurn();
  const outcomes = Promise.all([first, ...failing]);
  await endAll();
  const next = ask('room', 'd');
  await nextTurn();
  await endAll();

  expect(await outcomes).toEqual(['room: a', 'room: b c', 'room: b c']);
  expect(await next).toBe('room: d');
});
