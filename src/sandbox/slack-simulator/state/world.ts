import type { Code } from '../install/authorize.ts';
import type { OAuthApp } from '../install/oauth-app.ts';
import type { TeamSeed } from '../seed.ts';
import { makeSocketHub, type SocketHub } from '../socket/socket-hub.ts';
import type { StoredFile } from './files.ts';
import { type Grant, type Organization, seededGrant } from './grants.ts';
import { countingIds, type MakeId } from './ids.ts';
import { type Journal, makeJournal } from './journal.ts';
import type { ResponseUrl } from './response-urls.ts';
import type { Trigger } from './triggers.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

/** Everything the simulator remembers. */
export interface World {
  /** The simulated time in milliseconds since 1970. */
  readonly clock: () => number;
  /** Where the simulator listens: `http://127.0.0.1:<port>`. */
  origin: string;
  readonly workspaces: Map<string, Workspace>;
  readonly organizations: readonly Organization[];
  /** Every bot token that was ever given out. */
  readonly grants: Map<string, Grant>;
  /** Null where the app is in the seeded teams alone. */
  readonly oauthApp: OAuthApp | null;
  /** What opens sockets; null where the app is not in Socket Mode and is sent everything over HTTP. */
  readonly appToken: string | null;
  readonly hub: SocketHub;
  readonly codes: Map<string, Code>;
  readonly spentRefreshTokens: Set<string>;
  readonly files: Map<string, StoredFile>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly journal: Journal;
  readonly makeId: MakeId;
}

type WorldOptions = Pick<World, 'oauthApp' | 'organizations' | 'appToken'>;

export function makeWorld(
  clock: () => number,
  teams: readonly TeamSeed[],
  { oauthApp = null, organizations = [], appToken = null }: Partial<WorldOptions> = {},
): World {
  const workspaces = new Map(teams.map((seed) => [seed.id, makeWorkspace(seed)]));
  const journal = makeJournal();
  const installed = [...workspaces.values()].filter(({ isInstalled }) => isInstalled);
  return {
    clock,
    origin: '',
    workspaces,
    organizations,
    grants: new Map(installed.map((workspace) => [workspace.botToken, seededGrant(workspace)])),
    oauthApp,
    appToken,
    hub: makeSocketHub(journal),
    codes: new Map(),
    spentRefreshTokens: new Set(),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    journal,
    makeId: countingIds(),
  };
}

/** The team of this id, for what tests and the page ask. @throws Error when there is none */
export function expectWorkspace(world: World, id: string): Workspace {
  const workspace = world.workspaces.get(id);
  if (!workspace) throw new Error(`no team ${id} in this simulator`);
  return workspace;
}
