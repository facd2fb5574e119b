import { execFileSync } from 'node:child_process';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { startWorld } from '../support/world.ts';
import { report } from './figures.ts';
import { fillStore } from './filled-store.ts';

/** Start to ready, and the memory held then, with so many meetings stored. */
export async function startUp(): Promise<void> {
  for (const meetings of [0, 1_000, 100_000]) {
    const folder = await makeTemporaryFolder();
    const store = await fillStore(folder.directory, meetings);
    await store.close();
    const startedAt = performance.now();
    const world = await startWorld({ settings: { DATABASE_URL: `file:${folder.directory}` } });
    try {
      const tookMs = Math.round(performance.now() - startedAt);
      await world.quiet();
      const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(world.program.pid)]));
      report(`start with ${meetings} meetings: ready in ${tookMs} ms, ${Math.round(kilobytes / 1024)} MB of memory`);
    } finally {
      await world.close();
      await folder.remove();
    }
  }
}
