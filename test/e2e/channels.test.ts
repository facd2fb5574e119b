import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_TEAM_ID, acmeSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SimMessage } from '../../src/sandbox/slack-simulator/simulator.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const OTHER_CHANNEL = 'C0OTHER00';
const SECRET_CHANNEL = 'C0SECRET0';

let world: World;

beforeAll(async () => {
  const team = teamOf();
  const other = { id: OTHER_CHANNEL, name: 'other', members: [ALICE.id, CHEN.id] };
  const secret = { id: SECRET_CHANNEL, name: 'secret', isPrivate: true, members: [ALICE.id, CHEN.id] };
  world = await startWorld({ team: { ...team, channels: [...team.channels, other, secret] } });
});

afterAll(() => world.close());

function cardIn(channel: string, title: string): Promise<SimMessage> {
  return eventually(() => {
    const card = world.slack.messages(ACME_TEAM_ID, channel).find(({ text }) => text.includes(`“${title}”`));
    if (!card) throw new Error('there is no card yet');
    return card;
  });
}

function pressLink(user: string, { channel, ts }: SimMessage): Promise<unknown> {
  return world.slack.press({ team: ACME_TEAM_ID, user, channel, ts, actionId: 'get_my_link' });
}

const linkIn = (message: SimMessage | undefined) => JSON.stringify(message?.blocks).match(/"url":"([^"]+)"/)?.[1];
const answersTo = (user: string) => world.slack.ephemerals(ACME_TEAM_ID, user);

test('a channel gets one message without a link, and whoever asks gets their own, the same each time', async () => {
  await world.meet(`all hands ${inMinutes(9)} #team`);
  const card = await cardIn(TEAM_CHANNEL, 'all hands');
  expect(JSON.stringify(card.blocks)).not.toContain('/j/');

  await Promise.all([pressLink(BOB.id, card), pressLink(BOB.id, card)]);

  const [first, second] = await eventually(() => {
    const answers = answersTo(BOB.id);
    expect(answers).toHaveLength(2);
    return answers.map(linkIn);
  });
  expect([first === second, first]).toEqual([true, expect.stringContaining('/j/')]);
  expect((await fetch(first ?? '')).status).toBe(200);
  await eventually(() => expect(inboxOf(world.slack, BOB, 'all hands').files).toHaveLength(1));
  await world.quiet();
  expect(inboxOf(world.slack, BOB, 'all hands').cards).toHaveLength(1);
  expect(world.slack.messages(ACME_TEAM_ID, TEAM_CHANNEL).filter(({ ts }) => ts === card.ts)).toEqual([card]);
  expect(world.slack.calls('chat.postMessage').filter(({ args }) => args['channel'] === TEAM_CHANNEL)).toHaveLength(1);
});

test.each([
  ['a channel', 'elsewhere', 'other', OTHER_CHANNEL],
  // Slack does not tell apart what is hidden from the app and what is not there.
  ['a private channel', 'in secret', 'secret', SECRET_CHANNEL],
])(
  '%s that the app is not in is told to the organizer with what to do, and tried again',
  async (_, title, name, id) => {
    await world.meet(`${title} ${inMinutes(9)} #${name}`);

    await eventually(() => {
      const dm = world.slack.directMessage(ACME_TEAM_ID, ALICE.id) ?? '';
      const said = world.slack.messages(ACME_TEAM_ID, dm).map(({ text }) => text);
      expect(said.filter((text) => text.includes(`<#${id}>`))).toEqual([
        expect.stringMatching(
          new RegExp(`One channel could not be reached for “${title}”.*/invite\` and my name`, 's'),
        ),
      ]);
      const tries = world.slack.calls('chat.postMessage').filter(({ args }) => args['channel'] === id);
      expect(tries.length).toBeGreaterThan(1);
    });
  },
);

test('a user group is invited one by one', async () => {
  await world.meet(`group work ${inMinutes(9)} @eng`);

  await eventually(() => {
    const cards = [ALICE, BOB, CHEN].map((person) => inboxOf(world.slack, person, 'group work').cards.length);
    expect(cards).toEqual([1, 1, 1]);
  });
  expect(acmeSeed.userGroups?.[0]?.users).toEqual([BOB.id, CHEN.id]);
});

test('nothing was done that a good app does not do', async () => {
  await world.quiet();

  world.expectClean();
});
