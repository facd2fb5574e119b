import { LRUCache } from 'lru-cache';
import type { WorkspaceId } from '../../domain/ids.ts';
import type { AskSlack } from './ask.ts';

/** What a call has to name besides: nothing for the app of one workspace. */
export type TeamArgument = { readonly team_id: string } | Record<never, never>;

/**
 * Where to ask about the people and groups of an installation: once, or in each workspace of an organization, whose token
 * opens all of them and so has to say which one (docs.slack.dev/enterprise/developing-for-enterprise-orgs).
 *
 * @throws ChatFault
 */
export type TeamsOf = (installed: WorkspaceId) => Promise<readonly TeamArgument[]>;

const KEPT_FOR_MS = 5 * 60_000;
const MOST_ORGANIZATIONS = 1_000;
const TEAMS_PER_PAGE = 1_000;
const MOST_PAGES = 10;
const NO_TEAM: TeamArgument = {};

/** `auth.teams.list` of the Web API, which needs no scope. */
export function makeTeamsOf(askSlack: AskSlack): TeamsOf {
  const kept = new LRUCache<WorkspaceId, readonly TeamArgument[]>({
    max: MOST_ORGANIZATIONS,
    ttl: KEPT_FOR_MS,
    fetchMethod: ask,
  });

  return async (installed) => (isOrganization(installed) ? ((await kept.fetch(installed)) ?? []) : [NO_TEAM]);

  async function ask(organization: WorkspaceId): Promise<readonly TeamArgument[]> {
    const found: TeamArgument[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = { limit: TEAMS_PER_PAGE, ...(cursor && { cursor }) };
      const { teams = [], response_metadata } = await askSlack(organization, 'auth.teams.list', (slack) =>
        slack.auth.teams.list(page),
      );
      found.push(...teams.flatMap(({ id }) => (id ? [{ team_id: id }] : [])));
      cursor = response_metadata?.next_cursor;
      if (!cursor) break;
    }
    return found;
  }
}

/** Organizations have ids with an E, workspaces with a T. */
export function isOrganization(installed: WorkspaceId): boolean {
  return installed.startsWith('E');
}
