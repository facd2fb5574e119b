import { StoreUnusable } from '../../ports/documents.ts';
import { bad, type Check, good, unsure } from '../doctor.ts';

const MEGABYTE = 1_000_000;
const LITTLE = 500;
const TOO_LITTLE = 50;

/** Whether the store answers, and, where it is a folder, has room to grow. */
export function checkStore(deps: {
  /** False where nothing was ever stored. @throws StoreUnavailable, StoreUnusable */
  readonly ping: () => Promise<boolean>;
  /** In bytes; null where the store is elsewhere. */
  readonly freeSpace: (() => Promise<number>) | null;
}): Check {
  const { ping, freeSpace } = deps;
  const about = 'Store';
  return {
    about,
    async look() {
      const isThere = await ping().catch((error: unknown) => (error instanceof StoreUnusable ? 'unusable' : null));
      if (isThere === 'unusable') {
        const fix = 'Start the release that it was made with, or put a backup in its place: npm run backup says how.';
        return [bad(about, 'cannot be read: it is damaged, or made by a newer release', fix)];
      }
      if (isThere === null) {
        return [bad(about, 'does not answer', 'Check DATABASE_URL, that the database runs, and the rights to it.')];
      }
      if (!isThere) return [unsure(about, 'is not there yet', 'Start Convene once, which makes it.')];
      const megabytes = freeSpace ? Math.floor((await freeSpace()) / MEGABYTE) : null;
      if (megabytes === null) return [good(about, 'answers')];
      const says = `answers; ${megabytes} MB are free`;
      if (megabytes >= LITTLE) return [good(about, says)];
      const fix = 'Make room on the disk that holds it, or move it with npm run move-store.';
      return [megabytes < TOO_LITTLE ? bad(about, says, fix) : unsure(about, says, fix)];
    },
  };
}
