import { LRUCache } from 'lru-cache';
import type { WorkspaceId } from '../../domain/ids.ts';
import type { AskSlack } from './ask.ts';
import { isOrganization, type TeamsOf } from './teams.ts';

/** What a user object says of where somebody is at home (docs.slack.dev/reference/objects/user-object). */
export interface Home {
  readonly team_id?: string;
  readonly is_stranger?: boolean;
  readonly enterprise_user?: { readonly enterprise_id?: string; readonly teams?: readonly string[] };
}

/**
 * Whether somebody is of another organization (Slack Connect). Slack's `is_stranger` says it only of those who share no
 * channel with the app; the others are known by their home.
 *
 * @throws ChatFault
 */
export type IsStranger = (installed: WorkspaceId, home: Home) => Promise<boolean>;

const KEPT_FOR_MS = 60 * 60_000;
const MOST_WORKSPACES = 1_000;

export function makeIsStranger(askSlack: AskSlack, teamsOf: TeamsOf): IsStranger {
  const enterprises = new LRUCache<WorkspaceId, { readonly id: string | null }>({
    max: MOST_WORKSPACES,
    ttl: KEPT_FOR_MS,
    fetchMethod: async (workspace) => {
      const { enterprise_id } = await askSlack(workspace, 'auth.test', (slack) => slack.auth.test());
      return { id: enterprise_id ?? null };
    },
  });

  return async (installed, { team_id, is_stranger, enterprise_user }) => {
    if (is_stranger) return true;
    if (!team_id || team_id === installed || enterprise_user?.teams?.includes(installed)) return false;
    const enterprise = enterprise_user?.enterprise_id ?? (team_id.startsWith('E') ? team_id : null);
    if (!isOrganization(installed)) {
      return enterprise === null || enterprise !== (await enterprises.fetch(installed))?.id;
    }
    if (enterprise !== null) return enterprise !== installed;
    return !(await teamsOf(installed)).some((team) => 'team_id' in team && team.team_id === team_id);
  };
}
