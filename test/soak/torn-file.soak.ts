import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { killAll } from '../adapters/sqlite/processes/run.ts';
import { recordedTasks } from '../adapters/sqlite/torn-file.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});

afterEach(async () => {
  await killAll();
  await folder.remove();
});

test('the file store opens with its log cut at any byte of the last record, and loses only what was written last', async () => {
  const torn = await recordedTasks(folder.directory);

  for (let cut = 1; cut <= torn.lastRecordBytes; cut += 1) {
    expect({ cut, ids: await torn.readCutBy(cut) }).toEqual({ cut, ids: torn.allButLast });
  }
}, 600_000);
