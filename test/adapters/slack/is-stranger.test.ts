import { expect, test } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { AskSlack } from '../../../src/adapters/slack/ask.ts';
import { type Home, makeIsStranger } from '../../../src/adapters/slack/is-stranger.ts';
import type { TeamsOf } from '../../../src/adapters/slack/teams.ts';
import type { WorkspaceId } from '../../../src/domain/ids.ts';

const OURS = 'E0OURS';
const THEIRS = 'E0THEIRS';
const TEAMS = ['T0ONE', 'T0TWO'];

const ofOurs: AskSlack = (_workspace, _method, call) =>
  call({ auth: { test: async () => ({ enterprise_id: OURS }) } } as unknown as WebClient);
const ofNone: AskSlack = (_workspace, _method, call) =>
  call({ auth: { test: async () => ({}) } } as unknown as WebClient);
const teamsOf: TeamsOf = async () => TEAMS.map((team_id) => ({ team_id }));
const at = (enterprise_id: string, ...teams: string[]) => ({ enterprise_user: { enterprise_id, teams } });

test.each<[string, string, AskSlack, Home, boolean]>([
  ['a colleague', 'T0ONE', ofNone, { team_id: 'T0ONE', is_stranger: false }, false],
  ['somebody without a home', 'T0ONE', ofNone, {}, false],
  ['whom Slack calls a stranger', 'T0ONE', ofNone, { team_id: 'T0ONE', is_stranger: true }, true],
  ['somebody of a shared channel', 'T0ONE', ofNone, { team_id: 'T0FAR', is_stranger: false }, true],
  ['somebody of another organization', 'T0ONE', ofOurs, { team_id: 'T0FAR', ...at(THEIRS, 'T0FAR') }, true],
  ['somebody of another one, by its id', 'T0ONE', ofNone, { team_id: THEIRS }, true],
  ['somebody of a sister workspace', 'T0ONE', ofOurs, { team_id: 'T0TWO', ...at(OURS, 'T0TWO') }, false],
  ['somebody of two workspaces', 'T0ONE', ofOurs, { team_id: 'T0TWO', ...at(OURS, 'T0TWO', 'T0ONE') }, false],
  ['in an organization, a colleague', OURS, ofOurs, { team_id: 'T0TWO' }, false],
  [
    'in an organization, a colleague of a workspace without the app',
    OURS,
    ofOurs,
    { team_id: 'T9', ...at(OURS) },
    false,
  ],
  ['in an organization, somebody of a shared channel', OURS, ofOurs, { team_id: 'T0FAR' }, true],
  ['in an organization, somebody of another one', OURS, ofOurs, { team_id: 'T0FAR', ...at(THEIRS, 'T0FAR') }, true],
])('%s', async (_, installed, askSlack, home, expected) => {
  expect(await makeIsStranger(askSlack, teamsOf)(installed as WorkspaceId, home)).toBe(expected);
});
