import { expect, test } from '@jest/globals';
import { oneAtATime } from '../../src/usecases/one-at-a-time.ts';

/** Work that notes when it begins and ends, and ends when it is told to. */
function pieces() {
  const seen: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    seen,
    end: async (name: string) => {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
    piece: (name: string, fault?: Error) => async () => {
      seen.push(`${name} begins`);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      seen.push(`${name} ends`);
      if (fault) throw fault;
      return name;
    },
  };
}

test('work of one key runs in turn, and of another beside it', async () => {
  const { seen, end, piece } = pieces();
  const run = oneAtATime();
  const all = Promise.all([run('k', piece('first')), run('k', piece('second')), run('other', piece('third'))]);
  await new Promise(setImmediate);

  expect(seen).toEqual(['first begins', 'third begins']);
  await end('first');
  expect(seen).toEqual(['first begins', 'third begins', 'first ends', 'second begins']);
  await end('second');
  await end('third');
  expect(await all).toEqual(['first', 'second', 'third']);
});

test('a failure is told to its own caller, and the next goes on', async () => {
  const { end, piece } = pieces();
  const run = oneAtATime();
  const first = run('k', piece('first', new Error('broken')));
  const second = run('k', piece('second'));
  const failure = expect(first).rejects.toThrow('broken');
  await end('first');
  await failure;
  await end('second');

  expect(await second).toBe('second');
});

test('work that throws before it begins to wait leaves the key free', async () => {
  const run = oneAtATime();
  const throwing = () => {
    throw new Error('at once');
  };

  await expect(run('k', throwing)).rejects.toThrow('at once');
  expect(await run('k', async () => 'next')).toBe('next');
});
