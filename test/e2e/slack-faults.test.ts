import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { faultFor, handingOut, outcomeOf, say, type Unaimed } from '../support/aimed-faults.ts';
import { eventually } from '../support/eventually.ts';
import { counts, oneEach, repeated } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const COLLEAGUES = colleagues(40);
/** The longest that a lost answer costs: 10 s until it is given up, and the wait before the next try. */
const LONGEST_MS = 30_000;
jest.setTimeout(2 * LONGEST_MS);
/** How soon somebody types again who is asked to do so "in a moment". */
const A_MOMENT_MS = 2_500;

let world: World;
const people = handingOut(COLLEAGUES);

beforeAll(async () => {
  world = await startWorld({ team: teamOf(COLLEAGUES.length) });
});

afterAll(() => world.close());

function invite(title: string, invited: readonly PersonSeed[]) {
  return world.meet(`${title} tomorrow 9am ${invited.map(({ name }) => `@${name}`).join(' ')}`);
}

const PASSING: readonly [title: string, what: string, fault: Unaimed][] = [
  [
    'throttled',
    'answers 429 to a card',
    say('chat.postMessage', { kind: 'status', status: 429, retryAfterSeconds: 1 }),
  ],
  ['broken', 'answers 500 to a card', say('chat.postMessage', { kind: 'status', status: 500 })],
  ['limited', 'says "ratelimited" to a card', say('chat.postMessage', { kind: 'error', error: 'ratelimited' })],
  ['internal', 'says "internal_error" to a card', say('chat.postMessage', { kind: 'error', error: 'internal_error' })],
  ['unheard', 'is cut off before it has a card', say('chat.postMessage', { kind: 'lost-before' })],
  ['unseen', 'is cut off after it has a card', say('chat.postMessage', { kind: 'lost-after' })],
  [
    'mishap',
    'is cut off twice before it has a card',
    { ...say('chat.postMessage', { kind: 'lost-before' }), times: 2 },
  ],
  ['silent', 'never answers to a card', say('chat.postMessage', { kind: 'hang' })],
  ['opened', 'is cut off after it opened a conversation', say('conversations.open', { kind: 'lost-after' })],
  ['closed', 'answers 503 to opening a conversation', say('conversations.open', { kind: 'status', status: 503 })],
  ['shared', 'is cut off after it shared a file', say('files.completeUploadExternal', { kind: 'lost-after' })],
  ['unshared', 'is cut off before it shared a file', say('files.completeUploadExternal', { kind: 'lost-before' })],
  ['busy', 'answers 429 to sharing a file', say('files.completeUploadExternal', { kind: 'status', status: 429 })],
  [
    'unknown',
    'answers 500 to a question about a person',
    { ...say('users.info', { kind: 'status', status: 500 }), times: 2 },
  ],
];

test.concurrent.each(PASSING)(
  '%s: when Slack %s, everybody still gets one card and one file',
  async (title, _, fault) => {
    const invited = people(2);
    await faultFor(world, invited[0], fault);

    const answer = await invite(title, invited);

    expect(answer.status).toBe(200);
    await eventually(
      () => expect(counts(world.slack, [ALICE, ...invited], title)).toEqual(oneEach([ALICE, ...invited])),
      LONGEST_MS,
    );
    expect(world.slack.calls(fault.method).map(({ outcome }) => outcome)).toContain(outcomeOf(fault));
  },
);

test.concurrent('when Slack does not tell in time who somebody is, they are invited all the same', async () => {
  const invited = people(2);
  await faultFor(world, invited[0], say('users.info', { kind: 'hang' }));

  const answer = await invite('hanging', invited);

  expect(answer.ackMs).toBeLessThan(3_000);
  expect((answer.body as { text: string }).text).toContain('Scheduled “hanging”');
  await eventually(() => expect(counts(world.slack, invited, 'hanging')).toEqual(oneEach(invited)), LONGEST_MS);
});

test.concurrent('when Slack does not tell the writer’s zone in time, nothing is saved, and it works a moment later', async () => {
  const [writer, other] = people(2);
  await faultFor(world, writer, say('users.info', { kind: 'hang' }));

  const first = await world.meet(`zoneless tomorrow 9am @${other?.name}`, writer);
  await sleep(A_MOMENT_MS);
  const second = await world.meet(`zoneless tomorrow 9am @${other?.name}`, writer);

  expect(first.ackMs).toBeLessThan(3_000);
  expect((first.body as { text: string }).text).toMatch(/did not tell me your time zone.*Nothing was scheduled/);
  expect((second.body as { text: string }).text).toContain('Scheduled “zoneless”');
  const both = [writer, other as PersonSeed];
  await eventually(() => expect(counts(world.slack, both, 'zoneless')).toEqual(oneEach(both)));
});

test('when Slack fails in all ways at taking files, everybody still gets one card and one file', async () => {
  const four = people(4);
  const faults = [
    say('files.getUploadURLExternal', { kind: 'status', status: 500 }),
    say('files.getUploadURLExternal', { kind: 'lost-before' }),
    say('upload', { kind: 'lost-before' }),
    say('upload', { kind: 'status', status: 500 }),
  ];
  for (const fault of faults) world.slack.fault(fault);

  await invite('uploads', four);

  await eventually(() => expect(counts(world.slack, [ALICE, ...four], 'uploads')).toEqual(oneEach([ALICE, ...four])));
  const calls = [...world.slack.calls('files.getUploadURLExternal'), ...world.slack.calls('upload')];
  expect(calls.map(({ method, outcome }) => `${method} ${outcome}`)).toEqual(
    expect.arrayContaining(faults.map((fault) => `${fault.method} ${outcomeOf(fault)}`)),
  );
});

test('after all these faults nobody has anything twice, and nothing was done that a good app does not do', async () => {
  await world.quiet(1_200);

  expect(repeated(world.slack, [ALICE, ...COLLEAGUES])).toEqual([]);
  world.expectClean();
});

/** Of a workspace that has not granted the optional scopes, so that nothing sent can be looked up. */
async function withoutHistory(act: (blind: World) => Promise<void>): Promise<void> {
  const team = teamOf();
  const optional = ['im:history', 'files:read'];
  const blind = await startWorld({
    team: { ...team, scopes: team.scopes.filter((scope) => !optional.includes(scope)) },
  });
  try {
    await act(blind);
    blind.expectClean();
  } finally {
    await blind.close();
  }
}

test('where the app may not look for what it sent, nobody goes without, and only a lost answer doubles a card', () =>
  withoutHistory(async (blind) => {
    const three = [ALICE, BOB, CHEN];
    blind.slack.fault({ method: 'chat.postMessage', play: { kind: 'lost-after' } });
    await blind.meet('blind card tomorrow 9am @bob @chen');
    await eventually(() => expect(counts(blind.slack, three, 'blind card').map((one) => one.files)).toEqual([1, 1, 1]));
    blind.slack.fault({ method: 'files.completeUploadExternal', play: { kind: 'lost-after' } });
    await blind.meet('blind file tomorrow 9am @bob @chen');
    await eventually(() => expect(counts(blind.slack, three, 'blind file')).toEqual(oneEach(three)));
    await blind.quiet(1_200);

    const cards = counts(blind.slack, three, 'blind card').map((one) => one.cards);
    expect(Math.min(...cards)).toBe(1);
    expect(cards.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(4);
    expect(counts(blind.slack, three, 'blind file')).toEqual(oneEach(three));
  }));
