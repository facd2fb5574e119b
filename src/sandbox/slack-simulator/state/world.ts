import type { TeamSeed } from '../seed.ts';
import type { StoredFile } from './files.ts';
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
  readonly files: Map<string, StoredFile>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly journal: Journal;
  readonly makeId: MakeId;
}

export function makeWorld(clock: () => number, teams: readonly TeamSeed[]): World {
  return {
    clock,
    origin: '',
    workspaces: new Map(teams.map((seed) => [seed.id, makeWorkspace(seed)])),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    journal: makeJournal(),
    makeId: countingIds(),
  };
}

/** The team of this id, for what tests and the page ask. @throws Error when there is none */
export function expectWorkspace(world: World, id: string): Workspace {
  const workspace = world.workspaces.get(id);
  if (!workspace) throw new Error(`no team ${id} in this simulator`);
  return workspace;
}
