import type { Grant } from '../state/grants.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import type { Args } from './arguments.ts';
import { Refusal } from './refusal.ts';

/** One call of a Web API method by an app that has shown its token. */
export interface Call {
  readonly world: World;
  readonly workspace: Workspace;
  /** What its token is good for. */
  readonly grant: Grant;
  readonly method: string;
  readonly args: Args;
}

/** A Web API method: what its token must be allowed to do, what it must be given, and what it does. */
export interface Method<A = unknown> {
  readonly scopes: readonly string[];
  /** It is about one workspace, which an organization's token has to name by `team_id`. */
  readonly isOfTeam?: true;
  /** @throws Refusal for arguments that Slack would refuse whatever it knows */
  validate(args: Args): A;
  /** The answer without its `ok`. @throws Refusal */
  run(call: Call, args: A): object;
}

/** Lets the type of a method's arguments follow from its `validate`. */
export function method<A>(definition: Method<A>): Method {
  return definition as Method;
}

export type MethodFamily = Readonly<Record<string, Method>>;

/** @throws Refusal `missing_scope` with what is needed and what the token has */
export function requireScopes({ workspace }: Pick<Call, 'workspace'>, scopes: readonly string[]): void {
  const missing = scopes.filter((scope) => !workspace.scopes.includes(scope));
  if (missing.length > 0) {
    throw new Refusal('missing_scope', { needed: missing.join(','), provided: workspace.scopes.join(',') });
  }
}

/** @throws Refusal where an organization's token does not say which of its workspaces is meant, or names another */
export function requireTeam({ grant, args }: Pick<Call, 'grant' | 'args'>): void {
  if (!grant.organization) return;
  const team = args['team_id'];
  if (team === undefined || team === '') throw new Refusal('missing_argument');
  if (!grant.workspaces.some(({ id }) => id === team)) throw new Refusal('team_access_not_granted');
}
