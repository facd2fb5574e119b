import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { counts, oneEach, repeated } from '../support/inbox.ts';
import { ALICE, colleagues, teamOf } from '../support/people.ts';
import { runTool } from '../support/run-tool.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(90_000);

const COLLEAGUES = colleagues(49);
const EVERYBODY = [ALICE, ...COLLEAGUES];

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(COLLEAGUES.length) });
});

afterAll(() => world.close());

const inviting = COLLEAGUES.map(({ name }) => `@${name}`).join(' ');
const posted = () => world.slack.calls('chat.postMessage').length;
const shared = () => world.slack.calls('files.completeUploadExternal').length;

test('a backup from before fifty sends is restored: it holds still, and after its release nothing is sent twice', async () => {
  await world.meet(`restored tomorrow 9am ${inviting}`);
  await world.program.kill('SIGKILL');
  const backup = join(world.dataFolder, 'backup.db');
  expect(await runTool('backup', [backup], world.settings)).toEqual({
    code: 0,
    stdout: `Backed up to ${backup}.\n`,
    stderr: '',
  });
  const sentBefore = posted();

  // Everything is sent, and then the disk is lost.
  await world.program.restart();
  await eventually(() => expect(counts(world.slack, EVERYBODY, 'restored')).toEqual(oneEach(EVERYBODY)), 40_000);
  await world.quiet();
  await world.program.kill('SIGKILL');
  expect(posted() - sentBefore).toBeGreaterThan(30);
  const sent = { posted: posted(), shared: shared() };
  restore(backup);

  // It serves and takes commands, and sends nothing.
  await world.program.restart();
  const answer = await world.meet('meanwhile tomorrow 10am @p01');
  await world.quiet(1_500);
  expect((answer.body as { text: string }).text).toContain('Scheduled “meanwhile”');
  expect({ posted: posted(), shared: shared() }).toEqual(sent);
  expect(world.program.lines().map(({ msg }) => msg)).toContainEqual(expect.stringMatching(/^NOTHING IS SENT/));

  const released = await runTool('release', [], world.settings);
  expect([released.code, released.stdout]).toEqual([
    0,
    expect.stringMatching(/^Released: \d+ deliveries are looked up before they are sent\.\n$/),
  ]);
  const two = EVERYBODY.slice(0, 2);
  await eventually(() => expect(counts(world.slack, two, 'meanwhile')).toEqual(oneEach(two)), 40_000);
  await world.quiet(2_000);

  expect(counts(world.slack, EVERYBODY, 'restored')).toEqual(oneEach(EVERYBODY));
  expect(repeated(world.slack, EVERYBODY)).toEqual([]);
  const titles = world.rooms.rooms().map(({ title }) => title);
  expect(titles).toHaveLength(new Set(titles).size);
  expect(await runTool('release', [], world.settings)).toMatchObject({
    code: 0,
    stdout: 'This store is not held: it sends already.\n',
  });
  world.expectClean();
});

function restore(backup: string): void {
  const lost = join(world.dataFolder, 'lost');
  mkdirSync(lost);
  for (const file of ['convene.db', 'convene.db-wal', 'convene.db-shm']) {
    renameSync(join(world.dataFolder, file), join(lost, file));
  }
  copyFileSync(backup, join(world.dataFolder, 'convene.db'));
}
