import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly directory: string;
  remove(): Promise<void>;
}

/** An empty folder of its own in the system's temporary one. */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  const directory = await mkdtemp(join(tmpdir(), 'convene-'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
