import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { ACME_TEAM_ID, acmeSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SimMessage } from '../../src/sandbox/slack-simulator/simulator.ts';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, teamOf } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

jest.setTimeout(60_000);

const idOf = (name: string) => acmeSeed.people.find((person) => person.name === name)?.id ?? '';
const [alice, bob, chen] = [idOf('alice'), idOf('bob'), idOf('chen')];

let sandbox: Sandbox;
let origin: string;

beforeAll(async () => {
  const port = await freePort();
  sandbox = await startSandbox({ port, browserFiles: 'build/assets', log: pino({ level: 'silent' }) });
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => sandbox.stop());

async function post(path: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json', origin };
  const { status } = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return status;
}

/** Everybody's clock moves on, and what is due by then is done. */
async function later(minutes: number): Promise<void> {
  expect(await post('/sandbox/clock', { user: alice, jump: { to: 'later', minutes } })).toBe(200);
}

function messagesOf(user: string): readonly SimMessage[] {
  const conversation = sandbox.slack.directMessage(ACME_TEAM_ID, user);
  return conversation === null ? [] : sandbox.slack.messages(ACME_TEAM_ID, conversation);
}

const said = (user: string, about: RegExp) => messagesOf(user).filter(({ text }) => about.test(text));
const shown = (message: SimMessage | undefined) => JSON.stringify(message?.blocks ?? []);
/** Where somebody can still join a meeting. */
const buttonsOf = (user: string, title: string) =>
  said(user, new RegExp(title)).filter((message) => shown(message).includes('/j/'));
const meet = (text: string) =>
  sandbox.slack.command({ team: ACME_TEAM_ID, user: alice, channel: acmeSeed.channels[0]?.id ?? '', text });

test('a meeting is reminded of, put off, begun, held, recorded and told of', async () => {
  await meet('standup in 30 minutes for 20 min @bob');
  await eventually(() => expect(messagesOf(bob).length).toBeGreaterThan(0));
  const card = messagesOf(bob)[0] as SimMessage;
  const press = (message: SimMessage, user: string, actionId: string) =>
    sandbox.slack.press({ team: ACME_TEAM_ID, user, channel: message.channel, ts: message.ts, actionId });
  await press(card, bob, 'answer_accept');

  await later(21);
  const reminders = said(bob, /standup starts in/);
  expect(reminders).toHaveLength(1);
  await press(reminders[0] as SimMessage, bob, 'snooze_reminder');
  const answers = () => JSON.stringify(sandbox.slack.ephemerals(ACME_TEAM_ID, bob));
  await eventually(() => expect(answers()).toContain('remind you again in 5 minutes'));
  await eventually(() => expect(said(bob, /standup starts in/)).toEqual([]));
  await later(5);
  expect(said(bob, /standup starts in/)).toHaveLength(1);
  await later(5);
  expect(said(bob, /standup starts in/)).toEqual([]);
  expect(
    [said(bob, /standup is starting now/), said(alice, /standup is starting now/)].map((all) => all.length),
  ).toEqual([1, 1]);

  const url = /"url":"([^"]+\/j\/[^"]+)"/.exec(shown(said(bob, /is starting now/)[0]))?.[1] ?? '';
  const { body } = await pressJoin(url);
  const token = String(body['authToken']);
  expect(await Promise.all([post('/sandbox/rooms', { token, is: 'in' })])).toEqual([204]);
  await sandbox.rooms.postsSettled();
  await later(1);
  const alicesCard = () => shown(messagesOf(alice)[0]);
  expect(alicesCard()).toContain('In the room now: Bob');

  expect([
    await post('/sandbox/rooms', { token, is: 'record' }),
    await post('/sandbox/rooms', { token, is: 'out' }),
  ]).toEqual([204, 204]);
  await sandbox.rooms.postsSettled();
  await later(40);
  expect(alicesCard()).toContain('It ended at');
  const recording = /<(http[^|]+\/recordings\/[^|]+)\|/.exec(alicesCard())?.[1] ?? '';
  const { status, headers } = await fetch(recording, { redirect: 'manual' });
  expect([status, headers.get('location')]).toEqual([302, expect.stringContaining('/files/')]);
  expect(said(alice, /\*standup\* is over/)).toHaveLength(1);
  expect(buttonsOf(bob, 'standup')).toEqual([]);
  expect(said(alice, /\*standup\* is over/)[0]?.text).toContain('Came');
  expect(sandbox.slack.violations()).toEqual([]);
});

describe('a reminder leaves the conversation', () => {
  test.each([
    ['when the meeting is moved', 'review', '/move review to tomorrow 3pm'],
    ['when the meeting is cancelled', 'retro', '/cancel retro'],
  ])('%s', async (_, title, verb) => {
    await meet(`${title} in 30 minutes for 20 min @bob`);
    await eventually(() => expect(said(bob, new RegExp(title)).length).toBeGreaterThan(0));
    await later(21);
    const reminds = new RegExp(`^${title} starts in`);
    await eventually(() =>
      expect([said(alice, reminds), said(bob, reminds)].map(({ length }) => length)).toEqual([1, 1]),
    );
    await meet(verb.slice(1));

    await eventually(() => expect([...said(alice, reminds), ...said(bob, reminds)]).toEqual([]));
    expect(said(bob, new RegExp(`“${title}”`)).length).toBeGreaterThan(0);
    expect(sandbox.slack.violations()).toEqual([]);
  });

  test('of each run of a series when that one is over, and of who was taken off', async () => {
    await post('/sandbox/clock', { user: alice, jump: { to: 'next-morning' } });
    await meet('checkin every day 9am for 20 min @bob @chen');
    await eventually(() => expect(said(bob, /checkin/).length).toBeGreaterThan(0));
    await later(51);
    const standing = () => [alice, bob, chen].map((user) => said(user, /^checkin starts in/).length);
    await eventually(() => expect(standing()).toEqual([1, 1, 1]));
    await meet('remove @chen from checkin');
    await eventually(() => expect(standing()).toEqual([1, 1, 0]));
    await later(60);
    expect(standing()).toEqual([0, 0, 0]);
    await later(23 * 60);
    await eventually(() => expect(standing()).toEqual([1, 1, 0]));
  });
});

test('forged links to recordings, and presence that nobody was let in for, are refused', async () => {
  const { status } = await fetch(`${origin}/recordings/${'x'.repeat(22)}.${'y'.repeat(12)}.${'z'.repeat(43)}`);

  expect([status, await post('/sandbox/rooms', { token: 'forged', is: 'in' })]).toEqual([404, 400]);
});

test('when the organizer leaves the workspace, an admin is in charge and told so', async () => {
  const team = teamOf();
  const people = team.people.map((person) => (person.id === CHEN.id ? { ...person, isAdmin: true } : person));
  const world = await startWorld({ team: { ...team, people } });
  try {
    await world.meet('retro tomorrow 9am @bob');
    await eventually(() => expect(inboxOf(world.slack, BOB, 'retro').files).toHaveLength(1));
    const user = { id: ALICE.id, team_id: ACME_TEAM_ID, deleted: true };
    await world.slack.event({ team: ACME_TEAM_ID, event: { type: 'user_change', user, event_ts: '1.0' } });

    const conversation = () => world.slack.directMessage(ACME_TEAM_ID, CHEN.id) ?? '';
    const told = () => world.slack.messages(ACME_TEAM_ID, conversation()).filter(({ text }) => /in charge/.test(text));
    await eventually(() => expect(told()).toHaveLength(1), 15_000);
    expect(told()[0]?.text).toContain('retro');
    await eventually(() => expect(JSON.stringify(inboxOf(world.slack, BOB, 'retro').cards)).toContain(`<@${CHEN.id}>`));
    world.expectClean();
  } finally {
    await world.close();
  }
});
