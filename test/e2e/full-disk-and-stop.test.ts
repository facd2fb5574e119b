import { execFileSync, spawnSync } from 'node:child_process';
import { expect, jest, test } from '@jest/globals';
import type { Environment } from '../../src/config/settings-reader.ts';
import { eventually } from '../support/eventually.ts';
import { counts, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(40_000);

async function inWorld(act: (world: World) => Promise<void>, settings: Environment = {}): Promise<void> {
  const world = await startWorld({ settings });
  try {
    await act(world);
    world.expectClean();
  } finally {
    await world.close();
  }
}

/** Stands in for a full disk: the program can write no file beyond so many bytes. */
function allowFiles(world: World, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(world.program.pid), `--fsize=${bytes}:unlimited`]);
}

function canFillDisk(): boolean {
  if (!spawnSync('prlimit', ['--version']).error) return true;
  process.stderr.write('Skipped: there is no prlimit (package util-linux), which stands in for a full disk.\n');
  return false;
}

test.concurrent('while the disk is full, nothing is promised, and it goes on by itself when there is room', async () => {
  if (!canFillDisk()) return;
  await inWorld(async (world) => {
    await world.meet('before tomorrow 9am @bob');
    await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'before')).toEqual(oneEach([ALICE, BOB])));
    await world.quiet(200);

    allowFiles(world, 1);
    const refused = await world.meet('during tomorrow 9am @bob');
    await world.quiet(200);
    const health = await fetch(`${world.program.url}/healthz`);
    allowFiles(world, 'unlimited');
    const taken = await world.meet('afterwards tomorrow 9am @bob');

    expect(refused.status).toBe(200);
    expect(refused.ackMs).toBeLessThan(3_000);
    expect((refused.body as { text: string }).text).toMatch(/cannot be stored right now, so nothing was saved/);
    expect(health.status).toBe(200);
    expect((taken.body as { text: string }).text).toContain('Scheduled “afterwards”');
    await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'afterwards')).toEqual(oneEach([ALICE, BOB])));
    expect(counts(world.slack, [ALICE, BOB], 'during').map(({ cards }) => cards)).toEqual([0, 0]);
    expect(world.program.lines().filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
  });
});

test.concurrent('when the disk fills up while messages go out, everybody gets them once when there is room', async () => {
  if (!canFillDisk()) return;
  await inWorld(
    async (world) => {
      const three = [ALICE, BOB, CHEN];
      await world.meet('flooded tomorrow 9am @bob @chen');
      await eventually(() => expect(world.slack.calls('chat.postMessage').length).toBeGreaterThan(0));

      allowFiles(world, 1);
      await world.quiet(1_500);
      allowFiles(world, 'unlimited');

      await eventually(() => expect(counts(world.slack, three, 'flooded')).toEqual(oneEach(three)), 20_000);
      await world.quiet(1_500);
      expect(counts(world.slack, three, 'flooded')).toEqual(oneEach(three));
      expect(world.rooms.rooms()).toHaveLength(1);
    },
    { LEASE_SECONDS: '1' },
  );
});

test.concurrent('on SIGTERM it does not wait for a service that never answers', () =>
  inWorld(async (world) => {
    world.slack.fault({ method: 'chat.postMessage', play: { kind: 'hang' } });
    await world.meet('unanswered tomorrow 9am @bob');
    await eventually(() => {
      expect(world.slack.calls('chat.postMessage').map(({ outcome }) => outcome)).toContain('hang');
    });

    const startedAt = performance.now();
    const ending = await world.program.kill('SIGTERM');
    const tookMs = performance.now() - startedAt;
    await world.program.restart();

    expect(ending).toEqual({ code: 0, signal: null });
    expect(tookMs).toBeLessThan(10_000);
    await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'unanswered')).toEqual(oneEach([ALICE, BOB])));
  }));
