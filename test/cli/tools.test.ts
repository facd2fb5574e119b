import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { lockForServing } from '../../src/adapters/sqlite/lock.ts';
import { openCollections } from '../../src/composition/collections.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { ACME, aMeeting, BOB } from '../support/a-meeting.ts';
import { countRows } from '../support/rows.ts';
import { runTool } from '../support/run-tool.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

jest.setTimeout(40_000);

let folder: TemporaryFolder;
let data: string;

/** A store with one meeting, which is over long ago. */
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  data = join(folder.directory, 'data');
  await inStore(data, async ({ meetings }) => meetings.add(aMeeting()));
});
afterEach(() => folder.remove());

async function inStore<T>(directory: string, work: (of: Awaited<ReturnType<typeof openCollections>>) => Promise<T>) {
  const store = await openSqliteStore({ directory });
  try {
    return await work(await openCollections(store));
  } finally {
    await store.close();
  }
}

const run = (name: string, ...args: string[]) => runTool(name, args, { DATABASE_URL: `file:${data}` });
const hasLeaked = (text: string) => ['Standup', 'Alice', 'Bob', '/j/'].some((secret) => text.includes(secret));

test.each(['backup', 'erase', 'explain', 'export', 'hold', 'move-store', 'release', 'webhooks'])(
  '%s explains itself',
  async (name) => {
    const { code, stdout, stderr } = await run(name, '--help');

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^npm run (--silent )?${name}\\b`));
  },
);

test.each([
  'backup',
  'backup one two',
  'explain --zone Mars/Olympus standup',
  'explain --now rubbish standup',
  'explain --when now',
  'release now',
  'webhooks now',
  'hold yesterday',
  'hold 2026-13-01T00:00:00Z',
  `erase ${ACME}`,
  `erase ${ACME} bob`,
  `erase ${BOB} ${BOB}`,
  `erase ${ACME} ${BOB} --force`,
  `erase ${ACME} zoe@nowhere`,
  `export ${ACME}`,
  'move-store file:./a',
  'move-store a b',
])('"%s" is told how it is called', async (line) => {
  const [name = '', ...args] = line.split(' ');

  const { code, stdout, stderr } = await run(name, ...args);

  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`npm run ${name === 'export' ? '--silent export' : name}`);
});

test('a person is erased beside a process that serves, in words without names', async () => {
  const lock = await lockForServing(data);
  const tried = await run('erase', ACME, BOB, '--dry-run');
  const done = await run('erase', ACME, BOB);
  const again = await run('erase', ACME, BOB);
  lock.release();

  expect([tried.stdout, done.stdout, again.stdout]).toEqual([
    'Nothing was changed yet. Meetings that go on without them: 1. Meetings of their own removed: 0.\n',
    'Meetings that go on without them: 1. Meetings of their own removed: 0.\n',
    'Meetings that go on without them: 0. Meetings of their own removed: 0.\n',
  ]);
  expect([tried, done, again].map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(hasLeaked(JSON.stringify([tried, done, again]))).toBe(false);
});

test('somebody who organizes a meeting to come is refused with its id', async () => {
  const soon = aMeeting().startsAt.plus({ years: 100 });
  const id = 'retro-with-bob-chen000' as ReturnType<typeof aMeeting>['id'];
  await inStore(data, ({ meetings }) =>
    meetings.add(aMeeting({ id, organizer: BOB, startsAt: soon, endsAt: soon.plus({ hours: 1 }) })),
  );

  const { code, stdout, stderr } = await run('erase', ACME, BOB);

  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `Nothing was erased, since this person organizes meetings that are still to come:\n  ${id}\n`,
  });
});

test('what is stored of a person is printed as JSON', async () => {
  const { code, stdout } = await run('export', ACME, BOB);

  expect([code, JSON.parse(stdout).meetings.length]).toEqual([0, 1]);
});

test('a guest is written down and erased by their address', async () => {
  const id = 'retro-with-bob-zoe0000' as ReturnType<typeof aMeeting>['id'];
  const meeting = aMeeting({ id });
  await inStore(data, ({ meetings }) => meetings.add({ ...meeting, invitees: [...meeting.invitees, aGuest(id)] }));

  const before = await run('export', ACME, ZOE);
  const erased = await run('erase', ACME, ZOE);
  const after = await run('export', ACME, ZOE);

  expect([before, after].map(({ stdout }) => JSON.parse(stdout).meetings.length)).toEqual([1, 0]);
  expect(erased).toEqual({
    code: 0,
    stdout: 'Meetings that go on without them: 1. Meetings of their own removed: 0.\n',
    stderr: '',
  });
});

test('a store moves to an empty folder, and not while somebody serves from it', async () => {
  const target = join(folder.directory, 'target');
  const lock = await lockForServing(data);
  const refused = await run('move-store', `file:${data}`, `file:${target}`);
  lock.release();
  const moved = await run('move-store', `file:${data}`, `file:${target}`);
  const again = await run('move-store', `file:${data}`, `file:${target}`);

  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/^Another process is already serving from/),
  ]);
  expect([moved.code, moved.stdout]).toEqual([0, expect.stringContaining('\n  meetings: 1\n')]);
  expect([again.code, again.stderr]).toEqual([1, 'There is something in the target already: nothing was moved.\n']);
  const store = await openSqliteStore({ directory: target });
  expect(await countRows(store)).toEqual({ meetings: 1 });
  await store.close();
});

test('a backup is one private file that starts held, and no tool makes a store where there is none', async () => {
  const backups = join(folder.directory, 'restored');
  mkdirSync(backups);
  const target = join(backups, 'convene.db');

  const backedUp = await run('backup', target);
  const nowhere = { DATABASE_URL: `file:${join(folder.directory, 'nowhere')}` };
  const missing = await Promise.all([
    runTool('backup', [join(backups, 'other.db')], nowhere),
    runTool('release', [], nowhere),
  ]);

  expect(backedUp).toEqual({ code: 0, stdout: `Backed up to ${target}.\n`, stderr: '' });
  expect([readdirSync(backups), (statSync(target).mode & 0o777).toString(8)]).toEqual([['convene.db'], '600']);
  expect(await inStore(backups, async ({ hold }) => (await hold.get())?.why)).toBe('restored');
  expect(await inStore(data, ({ hold }) => hold.get())).toBeNull();
  expect(missing.map(({ code, stderr }) => [code, /^There is no store in .*nowhere\.\n$/.test(stderr)])).toEqual([
    [1, true],
    [1, true],
  ]);
  expect(readdirSync(folder.directory).sort()).toEqual(['data', 'restored']);
});

test('wrong settings are told in a sentence', async () => {
  const { code, stderr } = await runTool('release', [], { DATABASE_URL: 'postgres://secret@host/db' });

  expect(code).toBe(1);
  expect(stderr).toMatch(/DATABASE_URL is not valid/);
  expect(stderr).not.toMatch(/secret|\n\s+at /);
});
