import { afterEach, expect, jest, test } from '@jest/globals';
import { ACME_TEAM_ID, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, TEAM_CHANNEL, teamOf } from '../support/people.ts';
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
  ],
  channels: [{ id: 'C0SISTER0', name: 'sister', members: ['W0ZOE0000', 'U0CONVENE'] }],
};
const GROUP = { id: 'E0GROUP00', name: 'The Group', teams: [ACME_TEAM_ID, SISTER.id] };

type Many = Awaited<ReturnType<typeof startManyWorkspaces>>;
let many: Many;
afterEach(() => many.close());

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
