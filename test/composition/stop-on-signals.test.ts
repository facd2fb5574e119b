import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';

const PROGRAM = fileURLToPath(new URL('./processes/stop-on-signals.js', import.meta.url));
const children: ChildProcessByStdio<null, Readable, null>[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process that serves; `said` are the lines it has written. */
async function serving(how: string) {
  const child = spawn(process.execPath, [PROGRAM, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said: string[] = [];
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const saying = (line: string) =>
    new Promise<void>((resolve) => {
      child.stdout.on('data', () => said.includes(line) && resolve());
    });
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(...text.trim().split('\n')));
  await saying('serving');
  return { child, said, exited, saying };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends what was begun and exits with 0', async (signal) => {
  const { child, said, exited } = await serving('in-order');
  child.kill(signal);

  expect(await exited).toBe(0);
  expect(said).toEqual(['serving', 'stopping', 'stopped']);
});

test('a second signal exits at once', async () => {
  const { child, exited, saying } = await serving('never');
  const stopping = saying('stopping');
  child.kill('SIGTERM');
  await stopping;
  child.kill('SIGTERM');

  expect(await exited).toBe(1);
});

test('a stop that fails says so and exits with 1', async () => {
  const { child, said, exited } = await serving('with-fault');
  child.kill('SIGTERM');

  expect(await exited).toBe(1);
  expect(said).toEqual(['serving', 'stopping', 'could not stop in order']);
});
