import { LRUCache } from 'lru-cache';
import type { SlackUserId, WorkspaceId } from '../../domain/ids.ts';
import { plainLine } from '../../domain/plain-text.ts';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { Directory, UserGroup } from '../../ports/directory.ts';
import type { AskSlack } from './ask.ts';
import { isOrganization, type TeamArgument, type TeamsOf } from './teams.ts';

const KEPT_FOR_MS = 5 * 60_000;
const MOST_TEAMS = 2_000;
const LONGEST_NAME = 80;

type FoundGroup = UserGroup & { readonly team: TeamArgument };

/** `usergroups.list` and `usergroups.users.list` of the Web API (scope `usergroups:read`). */
export function makeSlackUserGroups(askSlack: AskSlack, teamsOf: TeamsOf): Pick<Directory, 'groups' | 'groupMembers'> {
  // By team, so that what was told before Slack asked us to wait need not be asked again.
  const kept = new LRUCache<
    string,
    readonly FoundGroup[],
    { readonly workspace: WorkspaceId; readonly team: TeamArgument }
  >({
    max: MOST_TEAMS,
    ttl: KEPT_FOR_MS,
    fetchMethod: (_key, _stale, { context }) => ask(context.workspace, context.team),
  });

  return {
    async groups(workspace) {
      const found = await find(workspace);
      return found.map(({ id, handle, name }) => ({ id, handle, name }));
    },

    async groupMembers(workspace, usergroup) {
      const team = await teamOf(workspace, usergroup);
      const { users } = await askSlack(workspace, 'usergroups.users.list', (slack) =>
        slack.usergroups.users.list({ usergroup, ...team }),
      );
      return (users ?? []) as SlackUserId[];
    },
  };

  /** @throws ChatFault, also where no team of the organization has this group */
  async function teamOf(workspace: WorkspaceId, group: string): Promise<TeamArgument> {
    if (!isOrganization(workspace)) return {};
    const isMeant = ({ id }: UserGroup) => id === group;
    const found = (await find(workspace)).find(isMeant) ?? (await find(workspace, 'anew')).find(isMeant);
    if (!found) throw new ChatFault('refused', 'no_such_subteam');
    return found.team;
  }

  async function find(workspace: WorkspaceId, how?: 'anew'): Promise<readonly FoundGroup[]> {
    const teams = await teamsOf(workspace);
    const ofTeams = teams.map((team) => {
      const key = `${workspace}/${'team_id' in team ? team.team_id : ''}`;
      return kept.fetch(key, { context: { workspace, team }, forceRefresh: how === 'anew' });
    });
    return (await Promise.all(ofTeams)).flatMap((groups) => groups ?? []);
  }

  async function ask(workspace: WorkspaceId, team: TeamArgument): Promise<readonly FoundGroup[]> {
    const { usergroups } = await askSlack(workspace, 'usergroups.list', (slack) => slack.usergroups.list({ ...team }));
    return (usergroups ?? []).flatMap(({ id, handle = '', name = '' }) =>
      id ? [{ id, handle: plainLine(handle, LONGEST_NAME), name: plainLine(name, LONGEST_NAME), team }] : [],
    );
  }
}
