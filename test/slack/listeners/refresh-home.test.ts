import { expect, test } from '@jest/globals';
import { App, type Receiver } from '@slack/bolt';
import { StoreUnavailable } from '../../../src/ports/documents.ts';
import { refreshHomeAfterwards } from '../../../src/slack/listeners/refresh-home.ts';
import { quietSlackLogger } from '../../../src/slack/quiet-logger.ts';
import type { HomeTabs } from '../../../src/usecases/home-tabs.ts';
import { eventually } from '../../support/eventually.ts';
import { fakeLog } from '../../support/fake-log.ts';

const silent: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
const GATHER_MS = 20;

/** U1 has opened their Home tab, and nobody else has. */
function appWith(isOpened: HomeTabs['isOpened'] = async ({ user }) => user === 'U1') {
  const app = new App({ receiver: silent, authorize: async () => ({}), logger: quietSlackLogger, ignoreSelf: false });
  const log = fakeLog();
  const shown: string[] = [];
  let done = 0;
  let slow: Promise<void> | null = null;
  const showHome = async ({ workspace, user }: { workspace: string; user: string }) => {
    const shows = `${workspace} ${user} after ${done}`;
    await slow;
    shown.push(shows);
  };
  refreshHomeAfterwards(app, { homeTabs: { isOpened }, showHome, log, gatherFor: GATHER_MS });
  app.use(async ({ next }) => {
    await next();
    done += 1;
  });
  return {
    shown,
    log,
    holdUp: (until: Promise<void>) => {
      slow = until;
    },
    send: (body: object) => app.processEvent({ body: { team_id: 'T1', ...body }, ack: async () => {} }),
    wait: () => new Promise((resolve) => setTimeout(resolve, 5 * GATHER_MS)),
  };
}

const command = (user = 'U1') => ({ command: '/meet', user_id: user, text: 'standup' });
const pressed = (action_id: string, more = {}) => ({
  type: 'block_actions',
  user: { id: 'U1' },
  actions: [{ type: 'button', action_id }],
  ...more,
});

test.each<[string, object]>([
  ['a command', command()],
  ['a button', pressed('answer_accept')],
  ['a modal', { type: 'view_submission', user: { id: 'U1' }, view: { callback_id: 'move' } }],
])('what was done with %s is shown in the tab, once it is done', async (_, body) => {
  const { shown, send } = appWith();
  await send(body);

  await eventually(() => expect(shown).toEqual(['T1 U1 after 1']));
});

test.each<[string, object]>([
  ['who never opened it', command('U2')],
  ['a press on Join', pressed('join')],
  ['a press in the tab itself', pressed('home_accept', { view: { type: 'home' } })],
  ['what is chosen in a modal before it is sent', pressed('form_day', { view: { type: 'modal' } })],
  ['a visit', { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1', tab: 'home' } }],
])('nothing is shown for %s', async (_, body) => {
  const { shown, send, wait } = appWith();
  await send(body);
  await wait();

  expect(shown).toEqual([]);
});

test('a burst is shown in one go, and each person by themselves', async () => {
  const { shown, send, wait } = appWith(async () => true);
  await Promise.all([...['U1', 'U1', 'U2', 'U1'].map((user) => send(command(user))), send(pressed('answer_maybe'))]);
  await wait();

  expect(shown.sort()).toEqual(['T1 U1 after 5', 'T1 U2 after 5']);
});

test('what is done while it is being shown is shown after that', async () => {
  const { shown, send, holdUp, wait } = appWith();
  let goOn = () => {};
  holdUp(new Promise((resolve) => (goOn = resolve)));
  await send(command());
  await wait();
  await send(command());
  await wait();
  const meanwhile = [...shown];
  goOn();
  await wait();

  expect([meanwhile, shown]).toEqual([[], ['T1 U1 after 1', 'T1 U1 after 2']]);
});

test('a store that does not answer is noted, and the next time is tried anew', async () => {
  let isDown = true;
  const { shown, log, send } = appWith(async () => {
    if (isDown) throw new StoreUnavailable('down');
    return true;
  });
  await send(command());
  await eventually(() => expect(log.said('warn')).toHaveLength(1));
  isDown = false;
  await send(command());

  await eventually(() => expect(shown).toHaveLength(1));
});
