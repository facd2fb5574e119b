import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { readOutboxCommand, USAGE } from '../../src/cli/outbox-command.ts';
import { openStuckDeliveries } from '../../src/store/stuck-deliveries.ts';
import { arrivedIn, crowdedTeam, meetingOf, oneEach, setOutboxStage } from '../composition/outbox-stage.ts';
import { ACME, idOf } from '../support/a-meeting.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const OUTBOX = fileURLToPath(new URL('../../src/cli/outbox.js', import.meta.url));
const team = crowdedTeam(ACME, 4);
const meeting = meetingOf(team);
const keys = meeting.invitees.map(({ id }) => `${meeting.id}/once/${id}/invitation/card`);

/** Two of four invitations set aside, and the operator's tool beside the process that did so. */
async function setting() {
  const stage = await setOutboxStage([team]);
  const process = await stage.startProcess();
  for (const [index, error] of [
    [1, 'restricted_action'],
    [2, 'invalid_blocks'],
  ] as const) {
    const channel = team.people[index]?.id ?? '';
    stage.slack.fault({ method: 'chat.postMessage', channel, play: { kind: 'error', error } });
  }
  await process.meetings.add(meeting);
  process.worker.wake();
  await process.worker.settled();
  const outbox = async (...words: string[]) => {
    const store = await openSqliteStore({ directory: stage.directory });
    try {
      return await readOutboxCommand(words)?.(await openStuckDeliveries(store), stage.clock.now());
    } finally {
      await store.close();
    }
  };
  return { ...stage, ...process, outbox };
}

test('lists what was set aside by key and reason, without names, texts or links', async () => {
  const { outbox } = await setting();

  expect((await outbox('list'))?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['STATE', 'SINCE', 'KIND', 'WORKSPACE', 'ATTEMPTS', 'REASON', 'KEY'],
    ['parked', '2026-03-02T09:00:00Z', 'invitation', ACME, '1', 'restricted_action', keys[1]],
    ['parked', '2026-03-02T09:00:00Z', 'invitation', ACME, '1', 'invalid_blocks', keys[2]],
  ]);
});

test('counts what was set aside, and tells how long the oldest of the rest has been waiting', async () => {
  const { directory, deliveries, clock } = await setting();
  const now = clock.now();
  const waiting = { workspace: ACME, meeting: meeting.id, occurrence: 'once', invitee: null, cause: '0' };
  const figures = async () => {
    const store = await openSqliteStore({ directory });
    return (await openStuckDeliveries(store)).figures(now).finally(() => store.close());
  };
  expect(await figures()).toEqual({ oldestSeconds: 0, setAside: 2 });

  await deliveries.enqueue([{ ...waiting, kind: 'room', dueAt: now.minus({ seconds: 90 }) }], now);
  await deliveries.enqueue([{ ...waiting, kind: 'close-room', dueAt: now.plus({ hours: 3 }) }], now);
  expect(await figures()).toEqual({ oldestSeconds: 90, setAside: 2 });
});

test('a retry beside the running server brings out what was set aside, once', async () => {
  const { outbox, worker, slack } = await setting();

  expect(await outbox('retry', keys[1] ?? '')).toBe('1 delivery is due again.');
  worker.wake();
  await worker.settled();
  const arrived = arrivedIn({ slack }, team).map(({ cards }) => cards);
  expect(arrived.sort()).toEqual([0, 1, 1, 1]);

  expect(await outbox('retry', 'all')).toBe('1 delivery is due again.');
  worker.wake();
  await worker.settled();
  expect(arrivedIn({ slack }, team)).toEqual(oneEach(team));
  expect(await outbox('list')).toBe('Nothing is set aside or overdue.');
  expect(await outbox('retry', 'all')).toBe('Nothing is set aside.');
});

test('what cannot be retried is said', async () => {
  const { outbox } = await setting();

  await expect(outbox('retry', keys[0] ?? '')).rejects.toThrow(`The delivery ${keys[0]} is not set aside.`);
  await expect(outbox('retry', 'nothing')).rejects.toThrow('There is no delivery nothing.');
});

test('lists what is overdue by a minute', async () => {
  const { outbox, deliveries, clock } = await setting();
  const { id, workspace, organizer } = meeting;
  const common = { workspace, meeting: id, occurrence: 'once', invitee: idOf(meeting, organizer) };
  await deliveries.enqueue([{ ...common, kind: 'invitation', cause: 'later', dueAt: clock.now() }], clock.now());
  clock.advance({ milliseconds: 59_999 });
  expect(await outbox('list')).not.toContain('overdue');

  clock.advance({ milliseconds: 1 });
  expect(await outbox('list')).toContain('overdue');
});

test.each([[[]], [['lists']], [['list', 'all']], [['retry']], [['retry', 'a', 'b']]])(
  '%j asks for nothing',
  (words) => {
    expect(readOutboxCommand(words)).toBeNull();
  },
);

test('the tool says how it is used, and what is in its way', async () => {
  const { directory, remove } = await makeTemporaryFolder();
  const run = (...args: string[]) => {
    const env = { DATABASE_URL: `file:${directory}` };
    const { status, stdout, stderr } = spawnSync(process.execPath, [OUTBOX, ...args], { env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  expect(run('--help')).toEqual({ status: 0, stdout: `${USAGE}\n`, stderr: '' });
  expect(run()).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(USAGE) });
  expect(run('list', '--all')).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(USAGE) });
  expect(run('list')).toEqual({ status: 1, stdout: '', stderr: `There is no store in ${directory}.\n` });
  await (await openSqliteStore({ directory })).close();
  expect(run('list')).toEqual({ status: 0, stdout: 'Nothing is set aside or overdue.\n', stderr: '' });
  await remove();
});
