import { expect, test } from '@jest/globals';
import { App, type Receiver } from '@slack/bolt';
import { StoreUnavailable } from '../../../src/ports/documents.ts';
import { admitOnlyInstalled, type IsInstalled } from '../../../src/slack/listeners/only-installed.ts';
import { quietSlackLogger } from '../../../src/slack/quiet-logger.ts';
import { fakeLog } from '../../support/fake-log.ts';

const silent: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

function appWith(isInstalled: IsInstalled) {
  const app = new App({ receiver: silent, authorize: async () => ({}), logger: quietSlackLogger, ignoreSelf: false });
  const heard: string[] = [];
  const log = fakeLog();
  admitOnlyInstalled(app, isInstalled, log);
  app.event(/.*/, async ({ event }) => void heard.push(event.type));
  app.command('/meet', async ({ ack }) => {
    heard.push('/meet');
    await ack('heard');
  });
  return {
    heard,
    log,
    async send(body: object, onAnswer: () => unknown = () => {}) {
      const answers: unknown[] = [];
      const ack = async (answer?: unknown) => {
        answers.push(answer);
        onAnswer();
      };
      await app.processEvent({ body, ack });
      return answers;
    },
  };
}

const event = (type: string) => ({ type: 'event_callback', team_id: 'T1', event: { type, user: 'U1' } });
const command = { command: '/meet', team_id: 'T1', user_id: 'U1', text: '' };

test('an event is acknowledged before anything is looked up', async () => {
  const order: string[] = [];
  const { send } = appWith(async () => order.push('looked up') > 0);
  await send(event('app_home_opened'), () => order.push('acknowledged'));

  expect(order).toEqual(['acknowledged', 'looked up']);
});

test('where the app is not, commands are answered with that, and nothing is done', async () => {
  const { heard, log, send } = appWith(async () => false);

  expect(await send(command)).toEqual([expect.stringContaining('not installed in this workspace')]);
  await send(event('app_home_opened'));
  expect(heard).toEqual([]);
  expect(log.said('warn')).toHaveLength(2);
});

test.each(['app_uninstalled', 'tokens_revoked'])('%s is heard from anywhere', async (type) => {
  const { heard, send } = appWith(async () => false);
  await send(event(type));

  expect(heard).toEqual([type]);
});

test('while the store is down, whoever needs it says so', async () => {
  const { heard, send } = appWith(() => Promise.reject(new StoreUnavailable('down')));

  expect(await send(command)).toEqual(['heard']);
  expect(heard).toEqual(['/meet']);
});
