import type { SlackUserId, WorkspaceId } from './ids.ts';

/** Who somebody proved to be by signing in with Slack. */
export interface SlackPerson {
  readonly team: string;
  /** The organization that the team belongs to, if any. */
  readonly enterprise: string | null;
  readonly user: string;
  /** As they are called there, to be shown to themselves. */
  readonly name: string | null;
}

/** Both are compared, since ids of users are unique within a workspace only. Names and addresses prove nothing. */
export function isSlackPerson(person: SlackPerson, workspace: WorkspaceId, user: SlackUserId): boolean {
  return person.user === user && (person.team === workspace || person.enterprise === workspace);
}
