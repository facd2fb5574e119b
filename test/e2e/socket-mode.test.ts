import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { inboxOf, joinUrlOf } from '../support/inbox.ts';
import { BOB } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

const APP_TOKEN = 'xapp-1-A1-2-c';
let world: World;

beforeAll(async () => {
  world = await startWorld({ slack: { appToken: APP_TOKEN }, settings: { SLACK_APP_TOKEN: APP_TOKEN } });
  await eventually(() => expect(world.slack.sockets()).toBe(1));
});
afterAll(() => world.close());

test('the program serves Slack over the socket, and people over HTTP', async () => {
  expect(await world.meet('standup tomorrow 9am @bob')).toMatchObject({ status: 200 });
  const card = await eventually(() => {
    const [found] = inboxOf(world.slack, BOB, 'standup').cards;
    expect(found).toBeDefined();
    return found;
  });

  expect((await fetch(joinUrlOf(card))).status).toBe(200);
  world.expectClean();
});

test('a press and its answer take the same way', async () => {
  await world.meet('dinner friday at 7 @bob');
  const preview = world.slack.ephemerals('T0ACME000', 'U0ALICE00').at(-1);
  const press = { team: 'T0ACME000', user: 'U0ALICE00', channel: 'C0TEAM000', ts: preview?.ts ?? '' };
  const { status } = await world.slack.press({ ...press, actionId: 'discard_draft' });

  expect(status).toBe(200);
  await eventually(() =>
    expect(world.slack.ephemerals('T0ACME000', 'U0ALICE00').at(-1)?.text).toBe('Discarded. Nothing was sent.'),
  );
  world.expectClean();
});

test('it ends in order, and leaves no socket behind', async () => {
  expect(await world.program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  await eventually(() => expect(world.slack.sockets()).toBe(0));
});
