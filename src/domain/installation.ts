import type { DateTime, Duration } from 'luxon';
import type { SlackUserId, WorkspaceId } from './ids.ts';

/** The app in one workspace, or in a whole organization. */
export interface Installation {
  /** The enterprise id of an organization, else the team id. */
  readonly workspace: WorkspaceId;
  readonly isOrganization: boolean;
  readonly name: string;
  readonly appId: string;
  readonly botUserId: SlackUserId;
  readonly scopes: readonly string[];
  readonly installedBy: SlackUserId;
  readonly installedAt: DateTime;
  readonly token: SealedToken;
}

export interface SealedToken {
  /** The bot's token, and what renews it, encrypted for this workspace alone. */
  readonly sealed: string;
  /** Null where tokens do not rotate: then this one stays good. */
  readonly expiresAt: DateTime | null;
}

/** Slack's tokens live for twelve hours (docs.slack.dev/authentication/using-token-rotation). */
const RENEW_WITHIN = { hours: 2 };
/** Somebody may be about to use it for a call that takes a while. */
const USELESS_WITHIN = { minutes: 2 };

/** Whether a token is good, good for now but better renewed, or to be renewed before it is used. */
export function tokenNeed(
  { expiresAt }: Pick<SealedToken, 'expiresAt'>,
  now: DateTime,
): 'good' | 'renew-soon' | 'renew-first' {
  if (!expiresAt || now < expiresAt.minus(RENEW_WITHIN)) return 'good';
  return now < expiresAt.minus(USELESS_WITHIN) ? 'renew-soon' : 'renew-first';
}

/**
 * Whether Slack's word that the app was removed can be about this installation. Such events come in any order, late and
 * more than once, also after the app was installed anew; and the clocks of Slack and of this server differ.
 *
 * - `older`: it is about an installation before this one
 * - `close`: the clocks cannot tell
 * - `newer`: it is about this one
 */
export function removalConcerns(
  { installedAt }: Pick<Installation, 'installedAt'>,
  saidAt: DateTime,
  clocksDifferBy: Duration,
): 'older' | 'close' | 'newer' {
  if (saidAt < installedAt.minus(clocksDifferBy)) return 'older';
  return saidAt > installedAt.plus(clocksDifferBy) ? 'newer' : 'close';
}
