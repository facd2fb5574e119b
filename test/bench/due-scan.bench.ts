import { DateTime } from 'luxon';
import { openCollections } from '../../src/composition/collections.ts';
import type { InviteeId, MeetingId } from '../../src/domain/ids.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { median, report } from './figures.ts';
import { fillStore, planned } from './filled-store.ts';

const DUE_ROWS = 10;
const ROUNDS = 40;

/** Finds and claims all that is due, as the worker does, and asks when the next is; milliseconds of processor time. */
async function scanMs(meetings: number): Promise<number> {
  const folder = await makeTemporaryFolder();
  const store = await fillStore(folder.directory, meetings);
  try {
    const { deliveries, meetings: planning } = await openCollections(store);
    const now = DateTime.utc();
    const due = Array.from({ length: DUE_ROWS }, (_, index) =>
      planned(`due-meeting-${index}` as MeetingId, 'invitation', `due-${index}` as InviteeId, now),
    );
    await deliveries.enqueue(due, now);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = process.cpuUsage();
      let taken = 0;
      for await (const { lane, dueAt } of deliveries.lanes(null)) {
        if (dueAt > now) continue;
        while (await deliveries.takeDue(lane, now, now.plus({ minutes: 1 }), 'bench')) taken += 1;
      }
      await planning.takeDue(now, now.plus({ minutes: 1 }));
      await deliveries.nextDueAt();
      await planning.nextDueAt();
      const { user, system } = process.cpuUsage(startedAt);
      rounds.push((user + system) / 1000);
      if (taken !== DUE_ROWS) throw new Error(`${taken} rows were due where ${DUE_ROWS} are`);
      await deliveries.releaseClaims(now);
    }
    return median(rounds);
  } finally {
    await store.close();
    await folder.remove();
  }
}

/** A million takes some minutes and six gigabytes of the disk. */
// biome-ignore lint/style/noProcessEnv: how a person asks for a shorter bench
const MOST_MEETINGS = Number(process.env['BENCH_MEETINGS'] ?? 1_000_000);

export async function dueScan(): Promise<void> {
  const few = await scanMs(1_000);
  const many = await scanMs(MOST_MEETINGS);
  report(
    `due scan, ${DUE_ROWS} due rows: ${MOST_MEETINGS} meetings ${many.toFixed(2)} ms, 1000 meetings ${few.toFixed(2)} ms`,
    many / few,
    { atMost: 2 },
  );
}
