import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

/** What a bot's token is good for: the app in one workspace, or in all of an organization. */
export interface Grant {
  readonly workspaces: readonly Workspace[];
  readonly organization: Organization | null;
  /** In milliseconds since 1970; null where tokens do not rotate. */
  readonly expiresAt: number | null;
  readonly refreshToken: string | null;
  isRevoked: boolean;
}

/** Several workspaces of one company (Enterprise Grid). */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
}

type Place = Pick<Grant, 'workspaces' | 'organization'>;

/** How long a token lives where they rotate (docs.slack.dev/authentication/using-token-rotation). */
export const TOKEN_LIFE_SECONDS = 12 * 3600;
/** When there would be more, the oldest is revoked (same page). */
const MOST_ACTIVE = 2;

/** The token of a team where the app was installed by hand. */
export function seededGrant(workspace: Workspace): Grant {
  return { workspaces: [workspace], organization: null, expiresAt: null, refreshToken: null, isRevoked: false };
}

/** Makes a token for the app in this place. */
export function grantToken(world: World, place: Place, rotates: boolean): { readonly token: string; grant: Grant } {
  const id = world.makeId('x').toLowerCase();
  const token = `${rotates ? 'xoxe.' : ''}xoxb-sandbox-${id}`;
  const grant: Grant = {
    ...place,
    expiresAt: rotates ? world.clock() + TOKEN_LIFE_SECONDS * 1_000 : null,
    refreshToken: rotates ? `xoxe-sandbox-${id}` : null,
    isRevoked: false,
  };
  world.grants.set(token, grant);
  const active = grantsOf(world, place).filter((one) => goodness(world, one) === 'good');
  for (const old of active.slice(0, -MOST_ACTIVE)) old.isRevoked = true;
  return { token, grant };
}

/** All tokens that were ever given out for the app in this place, oldest first. */
export function grantsOf(world: World, place: Place): Grant[] {
  const key = ({ organization, workspaces }: Place) => organization?.id ?? workspaces[0]?.id;
  return [...world.grants.values()].filter((grant) => key(grant) === key(place));
}

/** The organization that has the app as a whole and this workspace in it. */
export function organizationOf(world: World, workspace: Workspace): Organization | null {
  const grant = [...world.grants.values()].find(
    ({ organization, workspaces, isRevoked }) => organization && !isRevoked && workspaces.includes(workspace),
  );
  return grant?.organization ?? null;
}

/** What a token is good for, or Slack's error. */
export function readToken(
  world: World,
  token: string,
): { readonly grant: Grant } | { readonly error: 'invalid_auth' | 'token_revoked' | 'token_expired' } {
  const grant = world.grants.get(token);
  if (!grant) return { error: 'invalid_auth' };
  const isGood = goodness(world, grant);
  return isGood === 'good' ? { grant } : { error: isGood };
}

function goodness(world: World, { isRevoked, expiresAt }: Grant): 'good' | 'token_revoked' | 'token_expired' {
  if (isRevoked) return 'token_revoked';
  return expiresAt !== null && expiresAt <= world.clock() ? 'token_expired' : 'good';
}
