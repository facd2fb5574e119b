import { expect, test } from '@jest/globals';
import type { ApiCall } from '../../src/sandbox/slack-simulator/calls.ts';
import { ACME, AGREED_AT, ZENITH } from '../support/a-meeting.ts';
import { arrivedIn, crowdedTeam, meetingOf, oneEach, setOutboxStage } from './outbox-stage.ts';

const acme = crowdedTeam(ACME, 200);
const smaller = crowdedTeam(ACME, 50);
const zenith = crowdedTeam(ZENITH, 3);
const WINDOW_MS = 30_000;
const storm = { perMinute: { 'chat.postMessage': 20 }, retryAfterSeconds: WINDOW_MS / 1_000 };

const of = (team: string, calls: readonly ApiCall[]) => calls.filter((call) => call.team === team);
const refused = (calls: readonly ApiCall[]) => calls.filter(({ outcome }) => outcome === 'ratelimited');

/** Calls of one method and workspace that were made although an earlier one was told to wait. */
function insideWindows(calls: readonly ApiCall[]): ApiCall[] {
  const windows = refused(calls).map(({ at }) => at);
  return calls.filter(({ at }) => windows.some((from) => at > from && at < from + WINDOW_MS));
}

/** How many calls were refused at each instant. */
function refusedAtOnce(calls: readonly ApiCall[]): number[] {
  const at = refused(calls).map((call) => call.at);
  return [...new Set(at)].map((instant) => at.filter((other) => other === instant).length);
}

test('two hundred invitations under a limit of twenty a minute: no call in a window, nothing lost, nobody twice', async () => {
  const stage = await setOutboxStage([acme], storm);
  const process = await stage.startProcess();
  await process.meetings.add(meetingOf(acme));
  process.worker.wake();
  await process.worker.settled();
  const sentAtOnce = stage.slack.calls('chat.postMessage').filter(({ outcome }) => outcome === 'ok').length;

  await stage.passUntil(process, AGREED_AT.plus({ minutes: 15 }));

  const posts = stage.slack.calls('chat.postMessage');
  expect(sentAtOnce).toBe(20);
  expect(insideWindows(posts)).toEqual([]);
  expect(Math.max(...refusedAtOnce(posts))).toBeLessThanOrEqual(8);
  expect(arrivedIn(stage, acme)).toEqual(oneEach(acme));
  expect(stage.slack.violations()).toEqual([]);
}, 60_000);

test('while one workspace waits, its room is made and another workspace is served at once', async () => {
  const stage = await setOutboxStage([smaller, zenith], storm);
  const process = await stage.startProcess();
  await process.meetings.add(meetingOf(smaller));
  process.worker.wake();
  await process.worker.settled();
  const postsOfAcme = of(ACME, stage.slack.calls('chat.postMessage')).length;
  const late = meetingOf(smaller, { id: 'called-in-the-storm-00' as never });
  await process.meetings.add({ ...late, invitees: late.invitees.slice(0, 1) });
  await process.meetings.add(meetingOf(zenith));
  process.worker.wake();
  await process.worker.settled();

  expect(stage.clock.now()).toEqual(AGREED_AT);
  expect(arrivedIn(stage, zenith)).toEqual(oneEach(zenith));
  expect(stage.roomService.calls.filter((method) => method === 'createRoom')).toHaveLength(3);
  expect(of(ACME, stage.slack.calls('chat.postMessage'))).toHaveLength(postsOfAcme);
}, 60_000);

test('a workspace with three messages does not wait for the fifty of another', async () => {
  const stage = await setOutboxStage([smaller, zenith]);
  const process = await stage.startProcess();
  await process.meetings.add(meetingOf(smaller));
  await process.meetings.add(meetingOf(zenith));
  process.worker.wake();
  await process.worker.settled();

  const order = stage.slack.calls('chat.postMessage').map(({ team }) => team);
  expect(order.lastIndexOf(ZENITH)).toBeLessThan(30);
  expect([arrivedIn(stage, smaller), arrivedIn(stage, zenith)]).toEqual([oneEach(smaller), oneEach(zenith)]);
}, 60_000);

test('a limit outlives the process that met it', async () => {
  const stage = await setOutboxStage([smaller, zenith], storm);
  const first = await stage.startProcess();
  await first.meetings.add(meetingOf(smaller));
  first.worker.wake();
  await first.worker.settled();
  await first.worker.stop();
  const before = stage.slack.calls('chat.postMessage').length;

  const second = await stage.startProcess();
  await stage.passUntil(second, AGREED_AT.plus({ seconds: 29 }));
  expect(stage.slack.calls('chat.postMessage')).toHaveLength(before);

  await stage.passUntil(second, AGREED_AT.plus({ minutes: 5 }));
  expect(insideWindows(stage.slack.calls('chat.postMessage'))).toEqual([]);
  expect(arrivedIn(stage, smaller)).toEqual(oneEach(smaller));
}, 60_000);

test('a limit on files leaves the messages alone', async () => {
  const stage = await setOutboxStage([smaller], {
    perMinute: { 'files.completeUploadExternal': 20 },
    retryAfterSeconds: WINDOW_MS / 1_000,
  });
  const process = await stage.startProcess();
  await process.meetings.add(meetingOf(smaller));
  process.worker.wake();
  await process.worker.settled();
  expect(arrivedIn(stage, smaller).filter(({ cards }) => cards === 1)).toHaveLength(50);

  await stage.passUntil(process, AGREED_AT.plus({ minutes: 5 }));
  expect(insideWindows(stage.slack.calls('files.completeUploadExternal'))).toEqual([]);
  expect(arrivedIn(stage, smaller)).toEqual(oneEach(smaller));
}, 60_000);

test('nobody looks again while a gate is closed', async () => {
  const stage = await setOutboxStage([smaller], storm);
  const process = await stage.startProcess();
  await process.meetings.add(meetingOf(smaller));
  process.worker.wake();
  await process.worker.settled();
  const [rounds, calls] = [process.rounds(), stage.slack.calls().length];
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect([process.rounds(), stage.slack.calls().length]).toEqual([rounds, calls]);
});
