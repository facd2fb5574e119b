import { expect } from '@jest/globals';
import type { KillPoint } from './kill-points.ts';
import { type KillFigures, killAtEach } from './kill-run.ts';
import type { KillStores } from './kill-stores.ts';

/** Kills at each point and fails if anything was lost, said twice, or left with other than one room; prints the figures. */
export async function expectEverythingOnce(
  what: string,
  points: readonly KillPoint[],
  invitees: number,
  stores: KillStores,
): Promise<void> {
  const startedAt = performance.now();
  try {
    const figures = await killAtEach(points, invitees, stores.settings);
    process.stdout.write(inOneLine(`${what}, ${invitees} invitees`, figures, performance.now() - startedAt));
    expect(figures).toEqual({ kills: points.length, lost: [], double: [], notOneRoom: [] });
  } finally {
    await stores.close();
  }
}

function inOneLine(what: string, { kills, lost, double, notOneRoom }: KillFigures, tookMs: number): string {
  const seconds = Math.round(tookMs / 1000);
  return `${what}: ${kills} kills, ${lost.length} lost, ${double.length} double, ${notOneRoom.length} without exactly one open room, in ${seconds} s\n`;
}
