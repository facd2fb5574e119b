import { expect, test } from '@jest/globals';
import type { WorkspaceId } from '../../src/domain/ids.ts';
import { doctorAnswer } from '../../src/slack/views/doctor-answer.ts';
import { makeAskDoctor } from '../../src/usecases/ask-doctor.ts';
import { bad, good, unsure } from '../../src/usecases/doctor.ts';
import { ACME, ALICE, BOB } from '../support/a-meeting.ts';

function setting() {
  const asked: WorkspaceId[] = [];
  const ask = makeAskDoctor({
    isAdmin: async (_workspace, user) => user === ALICE,
    doctorOf: (workspace) => async () => {
      asked.push(workspace);
      return [good('Store', 'answers')];
    },
  });
  return { asked, ask };
}

test('an admin is told what the doctor finds for their workspace', async () => {
  const { ask, asked } = setting();

  expect(await ask({ workspace: ACME, user: ALICE })).toEqual({ ok: true, value: [good('Store', 'answers')] });
  expect(asked).toEqual([ACME]);
});

test('nobody else is told anything, and nothing is looked at', async () => {
  const { ask, asked } = setting();

  expect(await ask({ workspace: ACME, user: BOB })).toEqual({ ok: false, problem: { kind: 'not-an-admin' } });
  expect(asked).toEqual([]);
});

test('what is wrong stands with what to do, and pings nobody', () => {
  const findings = [
    good('Store', 'answers'),
    unsure('Clock', '3 s off', 'Check the time server.'),
    bad('Slack token of <!channel>', 'lacks a scope', 'Add files:write & install again.'),
  ];

  expect(doctorAnswer(findings)).toEqual({
    text: expect.stringMatching(/^1 thing is wrong\.\n.*→ Add files:write &amp; install again\.$/s),
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          verbatim: true,
          text: [
            ':white_check_mark: *Store:* answers',
            ':grey_question: *Clock:* 3 s off',
            '→ Check the time server.',
            ':x: *Slack token of &lt;!channel&gt;:* lacks a scope',
            '→ Add files:write &amp; install again.',
            '*1 thing is wrong.*',
          ].join('\n'),
        },
      },
    ],
  });
});
