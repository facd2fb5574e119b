import { expect, test } from '@jest/globals';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeCloseRemoved } from '../../src/usecases/close-removed.ts';
import { makeCloseRoom } from '../../src/usecases/close-room.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeOneInstallation } from '../../src/usecases/one-installation.ts';
import { ACME, ZENITH } from '../support/a-meeting.ts';
import { fakeTokenExchange } from '../support/fake-token-exchange.ts';
import { setStageWithMeeting, turnsOf } from './stage.ts';

/** The standup with its room made. */
async function setting() {
  const stage = await setStageWithMeeting();
  const { deliveries, clock, meeting, rooms } = stage;
  clock.set(meeting.startsAt.minus({ minutes: 5 }));
  const ensureRoom = makeEnsureRoom(stage);
  await ensureRoom(meeting, 'once');
  let isInstalled = false;
  const close = makeCloseRoom({ ...stage, isInstalled: async () => isInstalled });
  const turns = turnsOf(stage);
  return {
    ...stage,
    ensureRoom,
    closeRemoved: async (workspace = ACME) => {
      clock.advance({ seconds: 1 });
      await makeCloseRemoved({ ...stage, wake: () => {} })(workspace);
    },
    install: () => {
      isInstalled = true;
    },
    room: () => rooms.get(meeting.id, 'once'),
    /** Performs what is due, once. */
    perform: async () => {
      const delivery = await turns.take();
      if (!delivery) return null;
      const { kind } = await close(delivery, async () => {});
      if (kind === 'done' || kind === 'dropped') await deliveries.settle(delivery, { state: kind, reason: null });
      turns.end(delivery);
      return kind;
    },
  };
}

test('the rooms of a workspace that removed the app are closed and emptied at once', async () => {
  const { closeRemoved, perform, roomService, room } = await setting();
  await closeRemoved();

  expect([await perform(), await perform()]).toEqual(['done', null]);
  expect(roomService.calls.slice(1)).toEqual(['closeRoom', 'kickAll']);
  expect(await room()).toMatchObject({ isClosed: true });
});

test('rooms of another workspace stay open', async () => {
  const { closeRemoved, perform } = await setting();
  await closeRemoved(ZENITH);

  expect(await perform()).toBeNull();
});

test('what the service does not close at first is tried again', async () => {
  const { closeRemoved, perform, roomService } = await setting();
  roomService.fail('closeRoom', new RoomServiceFault('unavailable', 'down'));
  await closeRemoved();

  expect([await perform(), roomService.made[0]?.isOpen]).toEqual(['again', true]);
});

test('where the app is there again by then nothing is closed, and what was closed opens for who comes', async () => {
  const { closeRemoved, perform, install, roomService, ensureRoom, meeting } = await setting();
  await closeRemoved();
  await perform();
  install();
  await ensureRoom(meeting, 'once');
  await closeRemoved();

  expect([await perform(), roomService.made[0]?.isOpen]).toEqual(['dropped', true]);
});

/** The app with one token, in a process that was just started. */
async function startOne() {
  const stage = await setStageWithMeeting();
  const exchange = fakeTokenExchange();
  const closed: string[] = [];
  const start = (botToken = 'xoxb-1') =>
    makeOneInstallation({
      ...stage,
      botToken,
      exchange,
      closeRemoved: async (workspace) => void closed.push(workspace),
    });
  const said = (bots: readonly string[] | null = null) => ({ workspace: ACME, at: stage.clock.now(), bots });
  return { ...stage, exchange, closed, start, said };
}

test('with one token the app is gone once it was removed, also after a restart, until there is another token', async () => {
  const { start, exchange, closed, said } = await startOne();
  const one = start();
  expect(await one.isThere()).toBe(true);
  exchange.kill('xoxb-1');
  await one.noteRemoval(said());

  expect([await one.isThere(), await start().isThere(), await start('xoxb-2').isThere()]).toEqual([false, false, true]);
  expect(closed).toEqual([ACME]);
});

test('another process notices within seconds', async () => {
  const { start, exchange, said, clock } = await startOne();
  const [one, other] = [start(), start()];
  await other.isThere();
  exchange.kill('xoxb-1');
  await one.noteRemoval(said());
  clock.advance({ seconds: 5 });

  expect(await other.isThere()).toBe(false);
});

test.each<[string, readonly string[] | null, 'dead' | 'alive' | 'unknown', boolean]>([
  ['only people’s tokens are', [], 'dead', true],
  ['the token is still good', null, 'alive', true],
  ['Slack cannot be asked', ['U0CONVENE'], 'unknown', false],
])('when tokens are revoked and %s', async (_, bots, token, stays) => {
  const { start, exchange, said } = await startOne();
  const one = start();
  if (token === 'dead') exchange.kill('xoxb-1');
  if (token === 'unknown') exchange.fail(new ChatFault('unavailable', 'no_answer'));
  await one.noteRemoval(said(bots));

  expect(await one.isThere()).toBe(stays);
});
