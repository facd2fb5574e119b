import { expect, test } from '@jest/globals';
import { type Origin, originOf, type SlackBody } from '../../src/slack/origin-of.ts';

const origin = (workspace: string, user: string | null) => ({ workspace, user }) as Origin;
const inTeam = { team: { id: 'T1' }, enterprise: null, is_enterprise_install: false };
const inOrganization = { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true };
const authorization = { team_id: 'T1', enterprise_id: null, is_enterprise_install: false };

test.each<[string, SlackBody, Origin]>([
  ['a command', { team_id: 'T1', user_id: 'U1', is_enterprise_install: 'false' }, origin('T1', 'U1')],
  [
    'a command in a workspace of an organization that did not install the app as a whole',
    { team_id: 'T1', enterprise_id: 'E1', user_id: 'U1', is_enterprise_install: 'false' },
    origin('T1', 'U1'),
  ],
  [
    'a command where the organization did',
    { team_id: 'T1', enterprise_id: 'E1', user_id: 'U1', is_enterprise_install: 'true' },
    origin('E1', 'U1'),
  ],
  ['a press', { ...inTeam, user: { id: 'U1', team_id: 'T1' } }, origin('T1', 'U1')],
  ['a press by somebody of another team', { ...inTeam, user: { id: 'U2', team_id: 'T2' } }, origin('T1', 'U2')],
  ['a press that does not say the team', { ...inTeam, user: { id: 'U1' } }, origin('T1', 'U1')],
  ['a press in an organization', { ...inOrganization, user: { id: 'U1', team_id: 'T7' } }, origin('E1', 'U1')],
  [
    'a press in an organization by somebody of another one',
    { ...inOrganization, user: { id: 'U2', team_id: 'E2' } },
    origin('E1', 'U2'),
  ],
  [
    'a press by somebody who is known by the organization that the team is of',
    { team: { id: 'T1', enterprise_id: 'E1' }, is_enterprise_install: false, user: { id: 'W1', team_id: 'E1' } },
    origin('T1', 'W1'),
  ],
  [
    'a form that was opened in the team of the person',
    { team: { id: 'T2' }, user: { id: 'U2', team_id: 'T2' }, view: { app_installed_team_id: 'T1' } },
    origin('T1', 'U2'),
  ],
  [
    'a form that was opened elsewhere, of an app that an organization installed',
    { team: { id: 'T2' }, user: { id: 'U2', team_id: 'T2' }, view: { app_installed_team_id: 'E1' } },
    origin('E1', 'U2'),
  ],
  [
    'a form of an app that an organization installed',
    { ...inOrganization, user: { id: 'U1', team_id: 'T7' }, view: { app_installed_team_id: 'T7' } },
    origin('E1', 'U1'),
  ],
  [
    'an event of a shared channel, written in another team',
    { team_id: 'T2', context_team_id: 'T1', authorizations: [authorization], event: { user: 'U2', user_team: 'T2' } },
    origin('T1', 'U2'),
  ],
  [
    'an event of a shared channel without authorizations',
    { team_id: 'T2', context_team_id: 'T1', event: { user: 'U1', user_team: 'T1' } },
    origin('T1', 'U1'),
  ],
  [
    'an event in an organization',
    {
      team_id: 'T7',
      enterprise_id: 'E1',
      authorizations: [{ team_id: 'T7', enterprise_id: 'E1', is_enterprise_install: true }],
      event: { user: { id: 'U1' } },
    },
    origin('E1', 'U1'),
  ],
  [
    'the removal from an organization, which names no team',
    { team_id: null, enterprise_id: 'E1', event: { type: 'app_uninstalled' } },
    origin('E1', null),
  ],
  ['the removal from a team', { team_id: 'T1', event: { type: 'app_uninstalled' } }, origin('T1', null)],
])('%s', (_, body, expected) => {
  expect(originOf(body)).toEqual(expected);
});
