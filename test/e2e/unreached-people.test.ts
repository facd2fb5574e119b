import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { faultFor, handingOut, say, type Unaimed } from '../support/aimed-faults.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, oneEach, repeated } from '../support/inbox.ts';
import { ALICE, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const COLLEAGUES = colleagues(20);
const people = handingOut(COLLEAGUES);

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(COLLEAGUES.length) });
});

afterAll(() => world.close());

function invite(title: string, invited: readonly PersonSeed[]) {
  return world.meet(`${title} tomorrow 9am ${invited.map(({ name }) => `@${name}`).join(' ')}`);
}

const LASTING: readonly [title: string, code: string, fault: Unaimed, reason: RegExp][] = [
  [
    'leaver',
    'user_disabled',
    say('conversations.open', { kind: 'error', error: 'user_disabled' }),
    /the account is deactivated/,
  ],
  [
    'hermit',
    'channel_not_found',
    say('chat.postMessage', { kind: 'error', error: 'channel_not_found' }),
    /may not write to this/,
  ],
];

test.concurrent.each(LASTING)(
  '%s: when one of five cannot be reached (%s), the others get theirs and the organizer is told once, and why',
  async (title, _, fault, reason) => {
    const invited = people(5);
    const [lost, ...others] = invited;
    await faultFor(world, lost, fault);

    await invite(title, invited);

    await eventually(() => expect(inboxOf(world.slack, ALICE, title).notices).toHaveLength(1));
    const [notice] = inboxOf(world.slack, ALICE, title).notices;
    expect(notice?.text).toMatch(new RegExp(`^One person .*“${title}”\n• <@${lost.id}>: [^\n]*$`));
    expect(notice?.text).toMatch(reason);
    await eventually(() => expect(counts(world.slack, others, title)).toEqual(oneEach(others)));
    expect(counts(world.slack, [ALICE, lost], title)).toEqual([
      { name: ALICE.name, cards: 1, files: 1, notices: 1 },
      { name: lost.name, cards: 0, files: 0, notices: 0 },
    ]);
  },
);

test.concurrent('two people who cannot be reached stand in one message', async () => {
  const invited = people(3);
  const [first, second, reached] = invited;
  for (const lost of [first, second as PersonSeed]) {
    await faultFor(world, lost, say('conversations.open', { kind: 'error', error: 'user_disabled' }));
  }

  await invite('pair lost', invited);

  await eventually(() => expect(inboxOf(world.slack, ALICE, 'pair lost').notices).toHaveLength(1));
  const [notice] = inboxOf(world.slack, ALICE, 'pair lost').notices;
  expect(notice?.text).toMatch(/^2 people .*“pair lost”\n/);
  expect(notice?.text).toContain(`<@${first.id}>`);
  expect(notice?.text).toContain(`<@${second?.id}>`);
  expect(counts(world.slack, [reached as PersonSeed], 'pair lost')).toEqual(oneEach([reached as PersonSeed]));
});

test.concurrent('when a file is refused, its owner keeps the card, and the organizer hears what is missing', async () => {
  const invited = people(2);
  const [lost, other] = invited;
  await faultFor(world, lost, say('files.completeUploadExternal', { kind: 'error', error: 'access_denied' }));

  await invite('no file', invited);

  await eventually(() => expect(inboxOf(world.slack, ALICE, 'no file').notices).toHaveLength(1));
  expect(inboxOf(world.slack, ALICE, 'no file').notices[0]?.text).toContain(
    `<@${lost.id}>: has the invitation, but not the calendar file`,
  );
  expect(counts(world.slack, [lost, other as PersonSeed], 'no file')).toEqual([
    { name: lost.name, cards: 1, files: 0, notices: 0 },
    { name: other?.name, cards: 1, files: 1, notices: 0 },
  ]);
});

test('nobody has anything twice, and nothing was done that a good app does not do', async () => {
  await world.quiet(1_200);

  expect(repeated(world.slack, [ALICE, ...COLLEAGUES])).toEqual([]);
  const told = ['leaver', 'hermit', 'pair lost', 'no file'].map((title) => inboxOf(world.slack, ALICE, title).notices);
  expect(told.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  world.expectClean();
});
