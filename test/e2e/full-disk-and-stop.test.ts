import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { counts, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(40_000);

let full: World;
let flooded: World;
let hanging: World;

// One after the other: programs that start at the same time keep each other from answering in time.
beforeAll(async () => {
  full = await startWorld();
  flooded = await startWorld({ settings: { LEASE_SECONDS: '1' } });
  hanging = await startWorld();
});

afterAll(async () => {
  await Promise.all([full, flooded, hanging].map((world) => world.close()));
});

/** Stands in for a full disk: the program can write no file beyond so many bytes. */
function allowFiles({ program }: World, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(program.pid), `--fsize=${bytes}:unlimited`]);
}

function canFillDisk(): boolean {
  if (!spawnSync('prlimit', ['--version']).error) return true;
  process.stderr.write('Skipped the full disk: there is no prlimit (package util-linux) to stand in for one.\n');
  return false;
}

const testOfDisk = canFillDisk() ? test.concurrent : test.skip;

testOfDisk('while the disk is full, nothing is promised, and it goes on by itself when there is room', async () => {
  const { slack, program } = full;
  await full.meet('before tomorrow 9am @bob');
  await eventually(() => expect(counts(slack, [ALICE, BOB], 'before')).toEqual(oneEach([ALICE, BOB])));
  await full.quiet(200);

  allowFiles(full, 1);
  const refused = await full.meet('during tomorrow 9am @bob');
  await full.quiet(200);
  const health = await fetch(`${program.url}/healthz`);
  allowFiles(full, 'unlimited');
  const taken = await full.meet('afterwards tomorrow 9am @bob');

  expect(refused.status).toBe(200);
  expect(refused.ackMs).toBeLessThan(3_000);
  expect((refused.body as { text: string }).text).toMatch(/cannot be stored right now, so nothing was saved/);
  expect(health.status).toBe(200);
  expect((taken.body as { text: string }).text).toContain('Scheduled “afterwards”');
  await eventually(() => expect(counts(slack, [ALICE, BOB], 'afterwards')).toEqual(oneEach([ALICE, BOB])));
  expect(counts(slack, [ALICE, BOB], 'during').map(({ cards }) => cards)).toEqual([0, 0]);
  expect(program.lines().filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
});

testOfDisk('when the disk fills up while messages go out, everybody gets them once when there is room', async () => {
  const three = [ALICE, BOB, CHEN];
  await flooded.meet('flooded tomorrow 9am @bob @chen');
  await eventually(() => expect(flooded.slack.calls('chat.postMessage').length).toBeGreaterThan(0));

  allowFiles(flooded, 1);
  await flooded.quiet(1_500);
  allowFiles(flooded, 'unlimited');

  await eventually(() => expect(counts(flooded.slack, three, 'flooded')).toEqual(oneEach(three)), 20_000);
  await flooded.quiet(1_500);
  expect(counts(flooded.slack, three, 'flooded')).toEqual(oneEach(three));
  expect(flooded.rooms.rooms()).toHaveLength(1);
});

test.concurrent('on SIGTERM it does not wait for a service that never answers', async () => {
  const { slack, program } = hanging;
  slack.fault({ method: 'chat.postMessage', play: { kind: 'hang' } });
  await hanging.meet('unanswered tomorrow 9am @bob');
  await eventually(() => expect(slack.calls('chat.postMessage').map(({ outcome }) => outcome)).toContain('hang'));

  const startedAt = performance.now();
  const ending = await program.kill('SIGTERM');
  const tookMs = performance.now() - startedAt;
  await program.restart();

  expect(ending).toEqual({ code: 0, signal: null });
  expect(tookMs).toBeLessThan(10_000);
  await eventually(() => expect(counts(slack, [ALICE, BOB], 'unanswered')).toEqual(oneEach([ALICE, BOB])));
});

test('nothing was done that a good app does not do', () => {
  for (const world of [full, flooded, hanging]) world.expectClean();
});
