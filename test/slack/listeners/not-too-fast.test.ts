import { expect, test } from '@jest/globals';
import { App, type Receiver } from '@slack/bolt';
import { refuse } from '../../../src/domain/result.ts';
import { admitNotTooFast } from '../../../src/slack/listeners/not-too-fast.ts';
import { quietSlackLogger } from '../../../src/slack/quiet-logger.ts';
import { fakeLog } from '../../support/fake-log.ts';

const silent: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
const EVERYTHING_ELSE = 'let through';

/** What an app answers in which everybody has been too fast. */
async function answerTo(body: object): Promise<unknown> {
  const app = new App({ receiver: silent, authorize: async () => ({}), logger: quietSlackLogger, ignoreSelf: false });
  const asked: string[] = [];
  let answer: unknown = null;
  admitNotTooFast(
    app,
    (workspace, user) => {
      asked.push(`${workspace}/${user}`);
      return refuse({ kind: 'too-fast', who: 'person', waitSeconds: 3 });
    },
    fakeLog(),
  );
  app.use(async () => {
    answer = EVERYTHING_ELSE;
  });
  await app.processEvent({
    body,
    ack: async (given?: unknown) => {
      answer ??= given;
    },
  });
  expect(asked).toEqual(answer === EVERYTHING_ELSE ? [] : ['T1/U1']);
  return answer;
}

const from = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } };
const TEXT =
  'That was faster than I can take commands from one person. Nothing was done; please send it again in 3 seconds.';

test('a command is answered with how long to wait', async () => {
  expect(await answerTo({ command: '/meet', team_id: 'T1', user_id: 'U1', text: '' })).toBe(TEXT);
});

test('a form stays as it was filled in, under the words why', async () => {
  const form = { type: 'view_submission', ...from, view: { id: 'V1', callback_id: 'form', type: 'modal' } };

  expect(await answerTo(form)).toMatchObject({
    response_action: 'push',
    view: { type: 'modal', blocks: [{ text: { text: TEXT } }] },
  });
});

test('presses and events are not counted', async () => {
  const press = { type: 'block_actions', ...from, actions: [{ action_id: 'join', type: 'button' }] };

  expect(await answerTo(press)).toBe(EVERYTHING_ELSE);
});
