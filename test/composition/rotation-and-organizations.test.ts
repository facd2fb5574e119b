import { afterEach, expect, jest, test } from '@jest/globals';
import { ACME_TEAM_ID, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startManyWorkspaces } from './many-workspaces.ts';

jest.setTimeout(30_000);

const HOUR_MS = 60 * 60_000;
const SISTER: TeamSeed = {
  ...teamOf(),
  id: 'T0SISTER0',
  name: 'Sister',
  domain: 'sister',
  people: [
    { id: 'W0ZOE0000', name: 'zoe', realName: 'Zoe Zane' },
    { id: 'W0YAN0000', name: 'yan', realName: 'Yan Yue' },
    { id: 'W0ADA0000', name: 'ada', realName: 'Ada Ames', isAdmin: true },
  ],
  channels: [{ id: 'C0SISTER0', name: 'sister', members: ['W0ZOE0000', 'U0CONVENE'] }],
  userGroups: [{ id: 'S0SISTERS', handle: 'sisters', name: 'Sisters', users: ['W0YAN0000'] }],
};
const GROUP = { id: 'E0GROUP00', name: 'The Group', teams: [ACME_TEAM_ID, SISTER.id] };

type Many = Awaited<ReturnType<typeof startManyWorkspaces>>;
let many: Many;
afterEach(() => many.close());

/** The acme of the other tests, with an admin of its own. */
const ACME: TeamSeed = {
  ...teamOf(),
  people: teamOf().people.map((person) => (person.id === CHEN.id ? { ...person, isAdmin: true } : person)),
};

async function startOrganization() {
  const many = await startManyWorkspaces([ACME, SISTER], { slack: { organizations: [GROUP] } });
  await many.install({ kind: 'allow-organization', organization: GROUP.id, team: ACME_TEAM_ID, user: ALICE.id });
  return many;
}

const typeAsZoe = (text: string) =>
  many.slack.command({ team: SISTER.id, user: 'W0ZOE0000', channel: 'C0SISTER0', text });
const cardsOf = (user: string) => {
  const direct = many.slack.directMessage(SISTER.id, user);
  return direct === null ? [] : many.slack.messages(SISTER.id, direct).map(({ text }) => text);
};

const type = (text: string) => many.slack.command({ team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, text });
const renewals = () =>
  many.slack.calls('oauth.v2.access').filter(({ args }) => args['grant_type'] === 'refresh_token').length;

test('five who need a token near its end renew it once, and everything goes on', async () => {
  many = await startManyWorkspaces([teamOf()], { rotatesTokens: true });
  await many.install({ kind: 'allow', team: ACME_TEAM_ID, user: ALICE.id });
  await many.jump(11 * HOUR_MS);
  await Promise.all(
    ['standup', 'retro', 'planning', 'review', 'lunch'].map((title) => type(`${title} tomorrow 9am @bob`)),
  );
  await many.settled();
  // Slack's pace lets no more than three messages into one conversation at once.
  await many.jump(HOUR_MS / 60);

  expect([renewals(), inboxOf(many.slack, BOB, 'lunch').cards.length]).toEqual([1, 1]);
});

test('what is sent in the background renews a token that has expired, also after a restart', async () => {
  many = await startManyWorkspaces([teamOf()], { rotatesTokens: true });
  await many.install({ kind: 'allow', team: ACME_TEAM_ID, user: ALICE.id });
  const play = { kind: 'status', status: 503 } as const;
  many.slack.fault({ method: 'conversations.open', times: 2, play });
  await type('standup in 3 days at 9am @bob');
  await many.settled();
  await many.restart();
  await many.jump(13 * HOUR_MS);

  expect([renewals(), inboxOf(many.slack, BOB, 'standup').cards.length]).toEqual([1, 1]);
  expect(many.slack.violations()).toEqual([]);
});

test('an organization installs the app once for all its workspaces', async () => {
  many = await startManyWorkspaces([teamOf(), SISTER], { slack: { organizations: [GROUP] } });
  const { page } = await many.install({
    kind: 'allow-organization',
    organization: GROUP.id,
    team: ACME_TEAM_ID,
    user: ALICE.id,
  });
  expect(page).toContain('https://app.slack.com/manage/E0GROUP00/integrations/profile/A0CONVENE/workspaces/add');

  await type('standup tomorrow 9am @bob');
  await many.slack.command({
    team: SISTER.id,
    user: 'W0ZOE0000',
    channel: 'C0SISTER0',
    text: 'sync tomorrow 9am @yan',
  });
  await many.settled();
  const theirs = many.slack.directMessage(SISTER.id, 'W0YAN0000') ?? '';

  expect(inboxOf(many.slack, BOB, 'standup').cards).toHaveLength(1);
  expect(many.slack.messages(SISTER.id, theirs).length).toBeGreaterThan(0);
  expect(many.slack.violations()).toEqual([]);
  await many.slack.uninstall(GROUP.id);
  await eventually(async () => expect(await many.stored('installations')).toContain('removedAt'));
  expect(JSON.parse(await many.stored('installations'))).toEqual([
    expect.objectContaining({ id: GROUP.id, value: expect.objectContaining({ sealedToken: null }) }),
  ]);
});

test('the groups of each workspace of an organization are invited', async () => {
  many = await startOrganization();
  await typeAsZoe('sync tomorrow 9am @sisters');
  await type('standup tomorrow 9am @eng');
  await many.settled();

  expect([cardsOf('W0YAN0000').length > 0, inboxOf(many.slack, BOB, 'standup').cards.length]).toEqual([true, 1]);
  const asked = many.slack.calls('usergroups.users.list').map(({ args }) => [args['usergroup'], args['team_id']]);
  expect(new Set(asked.map(String))).toEqual(new Set(['S0SISTERS,T0SISTER0', `S0ENG0000,${ACME_TEAM_ID}`]));
  expect(many.slack.violations()).toEqual([]);
});

test('an admin of their own workspace takes over from somebody of an organization who left', async () => {
  many = await startOrganization();
  await typeAsZoe('sync tomorrow 9am @yan');
  await many.settled();
  const user = { id: 'W0ZOE0000', name: 'zoe', deleted: true };
  await many.slack.event({ team: SISTER.id, event: { type: 'user_change', user, event_ts: '1.0' } });

  await eventually(() =>
    expect(cardsOf('W0ADA0000')).toEqual(expect.arrayContaining([expect.stringContaining('sync')])),
  );
  expect(inboxOf(many.slack, CHEN, 'sync').cards).toEqual([]);
  expect(many.slack.violations()).toEqual([]);
});
