import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';

/** Where a request comes from. Whether the person is of another organization is for the directory to say. */
export interface Origin {
  /** Whose installation it is for, whatever team the person is of. */
  readonly workspace: WorkspaceId;
  /** Who typed, pressed or did it now; null where nobody did. */
  readonly user: SlackUserId | null;
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
  return { workspace, user: personOf(body) as SlackUserId | null };
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

function personOf({ user, user_id, event }: SlackBody): string | null {
  return user?.id ?? user_id ?? userIn(event);
}

function userIn(event: object | undefined): string | null {
  const user = event && 'user' in event ? event.user : null;
  return typeof user === 'object' && user !== null ? textIn(user, 'id') : textIn(event, 'user');
}

function textIn(value: object | undefined, field: string): string | null {
  const text: unknown = value && field in value ? value[field as keyof typeof value] : null;
  return typeof text === 'string' && text !== '' ? text : null;
}
