import { afterEach, expect, test } from '@jest/globals';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes } from '../support/inbox.ts';
import { BOB, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

/** At home in another company, and here through the channel that it shares with us. */
const EVE: PersonSeed = { id: 'U0EVE0000', name: 'eve', realName: 'Eve Elsner', homeTeam: 'T0ELSEWHR' };

let world: World;
afterEach(() => world.close());

async function startShared(settings: Readonly<Record<string, string>> = {}) {
  const team = teamOf();
  const [channel] = team.channels;
  if (!channel) throw new Error('the team has a channel');
  const channels = [{ ...channel, members: [...channel.members, EVE.id] }];
  world = await startWorld({ team: { ...team, people: [...team.people, EVE], channels }, settings });
}

/** What Eve reads who presses "Get my link" on the message of the channel. */
async function linkForEve(title: string): Promise<string> {
  await world.meet(`${title} ${inMinutes(9)} #team`);
  const card = await eventually(() => {
    const found = world.slack.messages(ACME_TEAM_ID, TEAM_CHANNEL).find(({ text }) => text.includes(`“${title}”`));
    if (!found) throw new Error('there is no card yet');
    return found;
  });
  const { channel, ts } = card;
  await world.slack.press({ team: ACME_TEAM_ID, user: EVE.id, channel, ts, actionId: 'get_my_link' });
  return eventually(() => {
    const [answer] = world.slack.ephemerals(ACME_TEAM_ID, EVE.id);
    if (!answer) throw new Error('there is no answer yet');
    return answer.text;
  });
}

test('people of another organization are not invited, and whoever names one is told so', async () => {
  await startShared();
  const answer = JSON.stringify(await world.meet(`planning ${inMinutes(9)} @bob @eve`));

  expect(answer).toContain(`Not invited: <@${EVE.id}> (is of another organization`);
  await eventually(() => expect(inboxOf(world.slack, BOB, 'planning').cards).toHaveLength(1));
  expect(world.slack.directMessage(ACME_TEAM_ID, EVE.id)).toBeNull();
});

test('nor do they get a link in a channel that is shared with them', async () => {
  await startShared();

  expect(await linkForEve('open house')).toContain('for the people of its own organization');
});

test('where the settings allow it they are invited like everybody else', async () => {
  await startShared({ STRANGERS: 'on' });
  const answer = JSON.stringify(await world.meet(`planning ${inMinutes(9)} @bob @eve`));

  expect(answer).not.toContain('Not invited');
  await eventually(() => expect(inboxOf(world.slack, EVE, 'planning').cards).toHaveLength(1));
  expect(await linkForEve('open house')).toContain('Here is your link');
  world.expectClean();
});
