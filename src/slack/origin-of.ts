import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';

/** Where a request comes from. */
export interface Origin {
  /** Whose installation it is for, whatever team the person is of. */
  readonly workspace: WorkspaceId;
  /** Who typed, pressed or did it now; null where nobody did. */
  readonly user: SlackUserId | null;
  /** The person is of another organization, here through a shared channel: may answer, but nothing more. */
  readonly isOutsider: boolean;
}

/** As much as says it of a command, an interaction or an event. */
export interface SlackBody {
  readonly is_enterprise_install?: boolean | string | undefined;
  readonly authorizations?: readonly Context[] | undefined;
  readonly context_team_id?: string | null | undefined;
  readonly context_enterprise_id?: string | null | undefined;
  readonly team_id?: string | null | undefined;
  readonly enterprise_id?: string | null | undefined;
  readonly user_id?: string | undefined;
  readonly team?: { readonly id: string; readonly enterprise_id?: string | undefined } | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly user?: { readonly id: string; readonly team_id?: string | undefined } | undefined;
  readonly view?: object | undefined;
  readonly event?: object | undefined;
}

interface Context {
  readonly team_id?: string | null | undefined;
  readonly enterprise_id?: string | null | undefined;
  readonly is_enterprise_install?: boolean | undefined;
}

/**
 * In a channel that is shared with others (Slack Connect) the person's team and the team of the installation differ, and
 * each kind of request says the second in another place (docs.slack.dev/apis/slack-connect).
 */
export function originOf(body: SlackBody): Origin {
  const { team, enterprise, isOrganization } = installedIn(body);
  const workspace = ((isOrganization ? enterprise : null) ?? team ?? enterprise ?? '') as WorkspaceId;
  const { user, home } = personOf(body);
  return { workspace, user: user as SlackUserId | null, isOutsider: isForeign(home, workspace, enterprise) };
}

function installedIn(body: SlackBody) {
  const [authorization] = body.authorizations ?? [];
  if (authorization) return fromContext(authorization);
  const shown = textIn(body.view, 'app_installed_team_id');
  if (shown?.startsWith('E')) return { team: null, enterprise: shown, isOrganization: true };
  return {
    team: shown ?? body.context_team_id ?? body.team_id ?? body.team?.id ?? body.user?.team_id ?? null,
    enterprise:
      body.context_enterprise_id ?? body.enterprise_id ?? body.enterprise?.id ?? body.team?.enterprise_id ?? null,
    // A command says it in words.
    isOrganization: String(body.is_enterprise_install) === 'true',
  };
}

function fromContext({ team_id = null, enterprise_id = null, is_enterprise_install = false }: Context) {
  return { team: team_id, enterprise: enterprise_id, isOrganization: is_enterprise_install };
}

/** A command is only ever sent for people of the team itself. */
function personOf({ user, user_id, event }: SlackBody): { user: string | null; home: string | null } {
  if (user) return { user: user.id, home: user.team_id ?? null };
  return { user: user_id ?? userIn(event), home: textIn(event, 'user_team') ?? textIn(event, 'source_team') };
}

function userIn(event: object | undefined): string | null {
  const user = event && 'user' in event ? event.user : null;
  return typeof user === 'object' && user !== null ? textIn(user, 'id') : textIn(event, 'user');
}

/** A team of the same organization is not told from another one's; there Slack's directory knows who is a stranger. */
function isForeign(home: string | null, workspace: string, enterprise: string | null): boolean {
  if (home === null || home === workspace || home === enterprise) return false;
  return workspace.startsWith('E') ? home.startsWith('E') : true;
}

function textIn(value: object | undefined, field: string): string | null {
  const text: unknown = value && field in value ? value[field as keyof typeof value] : null;
  return typeof text === 'string' && text !== '' ? text : null;
}
