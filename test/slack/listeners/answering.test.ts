import { expect, test } from '@jest/globals';
import type { RespondArguments } from '@slack/bolt';
import { StoreUnavailable } from '../../../src/ports/documents.ts';
import { answering } from '../../../src/slack/listeners/answering.ts';
import { isSlacksResponseUrl } from '../../../src/slack/listeners/responding-to.ts';
import { words } from '../../../src/slack/views/blocks.ts';
import type { Rendered } from '../../../src/slack/views/render-message.ts';
import { fakeLog } from '../../support/fake-log.ts';

/** Answers like this, and tells what the person read and after how long. */
async function answered(answer: (signal: AbortSignal) => Promise<Rendered>) {
  const acks: unknown[] = [];
  const later: unknown[] = [];
  const log = fakeLog();
  const began = performance.now();
  await answering(
    async (ack?: string | RespondArguments) => void acks.push(ack),
    answer,
    async (more) => later.push(more),
    log,
  );
  return { acks, later, log, ms: performance.now() - began };
}

const told = (text: unknown) => [{ response_type: 'ephemeral', ...words(String(text)) }];

test('only the writer sees what was decided', async () => {
  const { acks, log } = await answered(async () => words('Scheduled.'));

  expect(acks).toEqual(told('Scheduled.'));
  expect(log.lines).toEqual([]);
});

test('who waits too long is told that nothing was saved, in time for Slack, and nothing may be stored from then on', async () => {
  let wasAborted = false;
  const { acks, log, ms } = await answered(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          wasAborted = true;
          reject(signal.reason);
        });
      }),
  );
  await new Promise(setImmediate);

  expect(acks).toEqual(told('That took too long, so nothing was saved. Please try again in a moment.'));
  expect([wasAborted, ms < 2_900]).toEqual([true, true]);
  expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
});

test('a fault that shows after the answer is logged all the same', async () => {
  const { log } = await answered(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new TypeError('a bug')));
      }),
  );
  await new Promise(setImmediate);

  expect(log.said('error')).toEqual(['a command failed after its answer']);
});

test('what was being stored when the time was up is told once more', async () => {
  const { acks, later, log } = await answered(
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(words('Scheduled.')));
      }),
  );

  expect(acks).toEqual(told('That took too long, so nothing was saved. Please try again in a moment.'));
  expect(later).toEqual(told('Scheduled.'));
  expect(log.said('error')).toEqual([]);
});

test.each([
  [
    'a bug',
    new TypeError('xoxb-secret'),
    (reference: string) =>
      `Something broke on our side, and nothing was saved. Please try again; if this keeps happening, tell the person who runs this app the reference ${reference}.`,
  ],
  [
    'a store that was lost while it saved',
    new StoreUnavailable('the primary stepped down', { mayBeSaved: true }),
    (reference: string) =>
      `The store was lost just then, so I cannot tell whether this was saved. If no message from me arrives within a few minutes, please try again. (Reference ${reference})`,
  ],
  [
    'a store that is down',
    new StoreUnavailable('the disk is full'),
    (reference: string) =>
      `Meetings cannot be stored right now, so nothing was saved. Please try again in a moment. (Reference ${reference})`,
  ],
])('%s is told in words with the reference that stands in the log', async (_, error, text) => {
  const { acks, log } = await answered(async () => {
    throw error;
  });

  expect(acks).toEqual(told(text(String(log.lines[0]?.fields['reference']))));
  expect(log.said('error')).toEqual(['a command failed']);
});

const SLACK = 'https://slack.com/api/';
test.each([
  ['https://hooks.slack.com/commands/T1/1/abc', SLACK, true],
  ['https://hooks.slack-gov.com/commands/T1/1/abc', 'https://slack-gov.com/api/', true],
  ['http://127.0.0.1:7000/response/1', 'http://127.0.0.1:7000/api/', true],
  ['http://hooks.slack.com/commands/T1/1/abc', SLACK, false],
  ['https://hooks.slack.com:8443/commands', SLACK, false],
  ['https://hooks.slack.com.evil.example/commands', SLACK, false],
  ['https://hooks.slack.com@evil.example/commands', SLACK, false],
  ['https://me@hooks.slack.com/commands', SLACK, false],
  ['https://evil.example/hooks.slack.com', SLACK, false],
  ['http://127.0.0.1:7001/response/1', 'http://127.0.0.1:7000/api/', false],
  ['https://hooks.slack.com/commands', 'http://127.0.0.1:7000/api/', false],
  ['http://169.254.169.254/', SLACK, false],
  ['', SLACK, false],
])('an answer to %s, where Slack is %s, may be sent: %s', (url, apiUrl, isAllowed) => {
  expect(isSlacksResponseUrl(url, apiUrl)).toBe(isAllowed);
});

test('who was told that nothing was saved is told when that is not known any more', async () => {
  const { later, log } = await answered(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new StoreUnavailable('gone', { mayBeSaved: true })));
      }),
  );

  expect(later).toEqual([
    expect.objectContaining({ text: expect.stringMatching(/^The store was lost just then, so I cannot tell/) }),
  ]);
  expect(log.said('error')).toEqual(['a command failed']);
});
