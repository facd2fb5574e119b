import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { inviteeIdFor } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ok } from '../../src/domain/result.ts';
import { heard } from '../../src/domain/session.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { channelCard } from '../../src/slack/views/channel-card.ts';
import { ACME, ALICE, BOB, berlin, idOf, STANDUP } from '../support/a-meeting.ts';
import { RULES } from '../support/a-seat.ts';
import { alice } from '../support/fake-directory.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

type Stage = Awaited<ReturnType<typeof setOutgoingStage>>;

const CHANNEL = 'C0TEAM000';
const reader = { zone: 'Europe/Berlin', locale: 'en-GB' };
const seat = inviteeIdFor(STANDUP, CHANNEL);
const half = Duration.fromObject({ minutes: 30 });
const nine = berlin('2026-03-03T09:00');
const ten = berlin('2026-03-03T10:00');
const closing = nine.plus(half).plus(RULES.closesAfter);

/** Alice's standup, with a message in a channel that has been posted. */
async function posted(changes: Partial<Meeting> = {}) {
  const stage = await setOutgoingStage({ channels: [{ id: CHANNEL, seat }], ...changes });
  await stage.quiet();
  const inChannel = () => stage.messenger.sent.filter(({ channel }) => channel === CHANNEL);
  return {
    ...stage,
    cards: () => inChannel().flatMap(({ message }) => (message.kind === 'channel-card' ? [message.card] : [])),
    edits: () => stage.messenger.edits.filter(({ channel }) => channel === CHANNEL).length,
  };
}

test('follows a move and a cancellation in the one message, and rests in between', async () => {
  const stage = await posted();
  expect([stage.cards().map(({ state }) => state), stage.edits()]).toEqual([['upcoming'], 0]);

  await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
  await stage.quiet();
  expect([stage.cards().map(({ startsAt }) => startsAt.toMillis()), stage.edits()]).toEqual([[ten.toMillis()], 1]);

  await stage.change((meeting) => cancelMeeting(meeting, 'Alice is ill', stage.clock.now()));
  await stage.quiet();
  expect(stage.cards()).toMatchObject([{ state: 'cancelled', reason: 'Alice is ill' }]);
  expect(stage.edits()).toBe(2);
});

test('is written as its organizer reads times, for whatever shows no time of its own', async () => {
  const stage = await setOutgoingStage({ channels: [{ id: CHANNEL, seat }] });
  const reader = () =>
    stage.messenger.sent.flatMap(({ message }) => (message.kind === 'channel-card' ? [message.reader] : []));
  stage.directory.put({ ...alice, locale: 'en-AU' });
  await stage.quiet();

  expect(reader()).toEqual([{ zone: 'Europe/Berlin', locale: 'en-AU' }]);
});

test('says by itself that it is live and over', async () => {
  const stage = await posted();

  stage.clock.set(nine);
  await stage.quiet();
  expect(stage.cards().map(({ state }) => state)).toEqual(['live']);
  stage.clock.set(closing);
  await stage.quiet();
  expect(stage.cards().map(({ state }) => state)).toEqual(['over']);
});

test('shows who is in, at most every twenty seconds', async () => {
  const stage = await posted();
  stage.clock.set(nine);
  await stage.quiet();
  const edits = stage.edits();
  const come = async (user: typeof BOB) => {
    const at = stage.clock.now();
    const event = { kind: 'joined', run: 'R1', peer: user, person: idOf(stage.meeting, user), at } as const;
    await stage.sessions.change(STANDUP, 'once', (session) => heard(session, event));
    await stage.meetings.replan(STANDUP, at);
    await stage.quiet();
  };

  await come(BOB);
  stage.clock.advance({ seconds: 5 });
  await come(ALICE);
  expect([stage.cards()[0]?.inside, stage.edits() - edits]).toEqual([[], 0]);
  stage.clock.advance({ seconds: 15 });
  await stage.quiet();

  expect([stage.cards()[0]?.inside, stage.edits() - edits]).toEqual([['Bob', 'Alice'], 1]);
});

test('a channel that is taken off has no button, and is shown nothing that comes later', async () => {
  const stage = await posted();

  await stage.change((meeting) => ok({ ...meeting, channels: [] }));
  await stage.quiet();
  await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
  await stage.quiet();

  expect(stage.cards()).toMatchObject([{ state: 'taken-off' }]);
  expect(stage.edits()).toBe(1);
});

test('one that nobody can edit is given up once, and its organizer is told', async () => {
  const stage = await posted();
  const refused = refuseIn(stage, 'update', 'message_not_found');

  await stage.change((meeting) => reword(meeting, { title: 'Retro', notes: null }, stage.clock.now()));
  await stage.quiet();
  stage.clock.advance({ minutes: 1 });
  await stage.quiet();

  expect(refused()).toBe(1);
  const said = stage.messenger.sent.flatMap(({ message }) => (message.kind === 'unreached' ? message.people : []));
  expect(said).toMatchObject([{ who: { channel: CHANNEL }, unreached: { what: 'card', reason: 'message_not_found' } }]);
});

test.each([
  ['one for good', 'is_archived', true, [{ channel: CHANNEL }]],
  ['one that waits for the app to be invited', 'not_in_channel', false, null],
])(
  'the card of the organizer shows a channel without its message, and Resend tries %s',
  async (_, code, final, tried) => {
    const stage = await setOutgoingStage({ channels: [{ id: CHANNEL, seat }] });
    const refused = refuseIn(stage, 'post', code);
    await stage.quiet();
    stage.clock.advance({ minutes: 1 });
    await stage.quiet();
    const unreached = () => stage.cardsOf(ALICE).flatMap(({ card }) => card.unreached);
    expect(unreached()).toEqual([
      { who: { channel: CHANNEL }, unreached: { what: 'invitation', reason: code, final } },
    ]);

    refused.accept();
    const again = await stage.resend({ workspace: ACME, meeting: STANDUP, user: ALICE, press: '1.5' });
    stage.clock.advance({ minutes: 20 });
    await stage.quiet();

    expect(again.ok ? again.value : null).toEqual(tried);
    expect([unreached(), stage.messenger.sent.filter(({ channel }) => channel === CHANNEL).length]).toEqual([[], 1]);
  },
);

test('a recording that is ready is offered, with no link in the channel', async () => {
  const stage = await posted();
  const recording = { id: 'r-1', status: 'ready' as const, startedAt: nine, stoppedAt: null };
  await stage.sessions.change(STANDUP, 'once', (session) => heard(session, { kind: 'recorded', recording }));
  await stage.meetings.replan(STANDUP, stage.clock.now());
  await stage.quiet();

  const blocks = JSON.stringify(stage.cards().map((card) => channelCard({ kind: 'channel-card', card, reader })));
  expect(stage.cards()).toMatchObject([{ recordings: 1 }]);
  expect([blocks.includes('get_recordings'), blocks.includes('/recordings/')]).toEqual([true, false]);
});

test('one that arrived unseen is found, and made to show what is so', async () => {
  const stage = await setOutgoingStage({ channels: [{ id: CHANNEL, seat }] });
  const { post } = stage.messenger;
  let lost = 0;
  stage.messenger.post = async (workspace, channel, message, key) => {
    const posted = await post(workspace, channel, message, key);
    if (channel !== CHANNEL) return posted;
    lost += 1;
    throw new ChatFault('unavailable', 'no_answer', { ambiguous: true });
  };

  await stage.quiet();
  await stage.change((meeting) => moveMeeting(meeting, ten, half, stage.clock.now()));
  stage.clock.advance({ minutes: 1 });
  await stage.quiet();

  const cards = stage.messenger.sent.flatMap(({ message }) => (message.kind === 'channel-card' ? [message.card] : []));
  expect([lost, cards.map(({ startsAt }) => startsAt.toMillis())]).toEqual([1, [ten.toMillis()]]);
});

test('of an undone meeting no button stays, even where Slack does not remove the message', async () => {
  const stage = await posted();
  refuseIn(stage, 'remove', 'cant_delete_message');

  await stage.undo({ workspace: ACME, user: ALICE }, STANDUP);
  await stage.quiet();

  expect(stage.cards().map(({ state }) => state)).toEqual(['withdrawn']);
});

/** Slack refuses this in the channel, until it is accepted again. @returns how often it did */
function refuseIn({ messenger }: Stage, method: 'post' | 'update' | 'remove', code: string) {
  const call = messenger[method] as (...args: readonly unknown[]) => Promise<unknown>;
  let refused = 0;
  let refuses = true;
  Object.assign(messenger, {
    [method]: async (...args: readonly unknown[]) => {
      const [, at] = args as [unknown, string | { channel: string }];
      if (!refuses || (typeof at === 'string' ? at : at.channel) !== CHANNEL) return call(...args);
      refused += 1;
      throw new ChatFault('refused', code);
    },
  });
  const accept = () => {
    refuses = false;
  };
  return Object.assign(() => refused, { accept });
}
