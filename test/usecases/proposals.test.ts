import { expect, test } from '@jest/globals';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { handOver, takeOff } from '../../src/domain/changes/people.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import type { NewProposal } from '../../src/usecases/propose-time.ts';
import { ACME, ALICE, BOB, berlin, CHEN, idOf, ZENITH } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';
import { bob, half, nine, rather, staged, thursday, weekly } from './proposal-stage.ts';

test('the organizer is asked once, with the note, and nothing is changed before they say so', async () => {
  const stage = await staged();

  expectOk(await stage.proposeTime.propose(bob, rather()));
  expectOk(await stage.proposeTime.propose(bob, rather()));
  await stage.quiet();

  const asked = stage.asked().map(({ before, startsAt, ...rest }) => ({ ...rest, times: [+before, +startsAt] }));
  expect(asked).toMatchObject([
    { title: 'Standup', who: { user: BOB }, note: 'I am on a train', times: [+nine, +thursday] },
  ]);
  expect(await stage.startsAt()).toBe(nine.toMillis());
});

test('another proposal of the same person asks anew, and only the later one can be followed', async () => {
  const stage = await staged();
  await stage.proposeTime.propose(bob, rather());
  await stage.quiet();
  stage.clock.advance({ minutes: 1 });

  await stage.proposeTime.propose(bob, rather({ rather: thursday.plus({ hours: 1 }), request: 'V2' }));
  await stage.quiet();

  expect(stage.asked()).toHaveLength(2);
  expect(await stage.decide('move')).toEqual({ ok: false, problem: { kind: 'settled' } });
});

test.each(['move', 'keep'] as const)('%s settles it: a second press does nothing more', async (is) => {
  const stage = await staged();
  await stage.proposeTime.propose(bob, rather());
  await stage.quiet();

  expectOk(await stage.decide(is));
  await stage.quiet();

  const starts = is === 'move' ? thursday : nine;
  expect(await stage.startsAt()).toBe(starts.toMillis());
  expect(stage.noticesOf(BOB).map(({ news }) => news)).toEqual(is === 'move' ? ['moved'] : []);
  expect(await stage.decide(is)).toEqual({ ok: false, problem: { kind: 'settled' } });
  expect(stage.asked()).toHaveLength(1);
});

test('of a series it is one run that is moved', async () => {
  const stage = await staged(weekly);
  const occurrence = '20260303T080000Z';
  await stage.proposeTime.propose(bob, rather({ occurrence }));
  await stage.quiet();

  expectOk(await stage.decide('move'));
  await stage.quiet();

  const { series, startsAt } = await stage.present();
  expect(startsAt.toMillis()).toBe(nine.toMillis());
  expect(series?.changes).toMatchObject([{ key: occurrence, kind: 'moved' }]);
  expect(stage.noticesOf(BOB).map(({ scope, startsAt }) => [scope, +startsAt])).toEqual([['one', +thursday]]);
});

test.each<[string, SlackUserId, typeof ACME, string]>([
  ['the proposer', BOB, ACME, 'not-allowed'],
  ['another guest', CHEN, ACME, 'not-allowed'],
  ['the same id in another workspace', ALICE, ZENITH, 'unknown-meeting'],
])('%s cannot follow it', async (_, user, workspace, kind) => {
  const stage = await staged();
  await stage.proposeTime.propose(bob, rather());
  await stage.quiet();

  expect(await stage.decide('move', user, workspace)).toMatchObject({ ok: false, problem: { kind } });
  expect(await stage.startsAt()).toBe(nine.toMillis());
});

test.each<[string, (meeting: Meeting, now: typeof nine) => Result<Meeting, unknown>]>([
  ['moved', (meeting, now) => moveMeeting(meeting, nine.plus({ hours: 2 }), half, now)],
  ['cancelled', (meeting, now) => cancelMeeting(meeting, null, now)],
  ['without the proposer', (meeting, now) => takeOff(meeting, idOf(meeting, BOB), now)],
])('a meeting that is %s meanwhile is asked about no more', async (_, how) => {
  const stage = await staged();
  stage.messenger.fail('post', new ChatFault('unavailable', 'service_unavailable'));
  await stage.proposeTime.propose(bob, rather());
  await stage.quiet();
  expect(stage.asked()).toEqual([]);

  await stage.change((meeting) => how(meeting, stage.clock.now()));
  stage.clock.advance({ minutes: 5 });
  await stage.quiet();

  expect(stage.asked()).toEqual([]);
});

test('a question that arrived unseen is not asked twice', async () => {
  const stage = await staged();
  stage.messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');

  await stage.proposeTime.propose(bob, rather());
  await stage.quiet();
  stage.clock.advance({ minutes: 5 });
  await stage.quiet();

  expect(stage.asked()).toHaveLength(1);
});

test('whoever is in charge by then is asked', async () => {
  const stage = await staged();
  await stage.change((meeting) => handOver(meeting, CHEN, stage.clock.now()));

  await stage.proposeTime.propose(bob, rather());
  await stage.quiet();

  expect([stage.asked().length, stage.asked(CHEN).length]).toEqual([0, 1]);
});

test.each<[string, SlackUserId, Partial<NewProposal>, string]>([
  ['the organizer', ALICE, {}, 'is-organizer'],
  ['a stranger', 'U0STRANGE' as SlackUserId, {}, 'not-invited'],
  ['who proposes the same time', BOB, { rather: nine }, 'same-time'],
  ['who proposes the past', BOB, { rather: berlin('2026-03-01T10:00') }, 'starts-in-the-past'],
  ['who proposes a day too far', BOB, { rather: berlin('2028-03-01T10:00') }, 'starts-too-far-ahead'],
  ['who read another time', BOB, { startsAt: nine.plus({ hours: 1 }) }, 'moved'],
  ['who names no run', BOB, { occurrence: '20260303T080000Z' }, 'moved'],
])('%s is refused, and nobody is asked', async (_, user, changes, kind) => {
  const stage = await staged();

  const outcome = await stage.proposeTime.propose({ workspace: ACME, user }, rather(changes));
  await stage.quiet();

  expect(outcome).toMatchObject({ ok: false, problem: { kind } });
  expect(stage.asked()).toEqual([]);
});

test('in another workspace there is no such meeting', async () => {
  const stage = await staged();

  const outcome = await stage.proposeTime.propose({ ...bob, workspace: ZENITH }, rather());

  expect(outcome).toEqual({ ok: false, problem: { kind: 'not-invited' } });
});
