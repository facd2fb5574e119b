import { withIds } from '../blocks/block-ids.ts';
import { type Element, initialState } from '../blocks/element-state.ts';
import type { SimView, StateValues, ViewJson } from '../views.ts';
import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

/** Slack shows at most three modals over each other. */
export const DEEPEST_STACK = 3;

export function openModals(workspace: Workspace, user: string): readonly SimView[] {
  return workspace.modals.get(user) ?? [];
}

/** Opens a modal on top of these, which may be none. */
export function showModal(
  world: World,
  workspace: Workspace,
  user: string,
  below: readonly SimView[],
  view: ViewJson,
): SimView {
  const id = world.makeId('V');
  const shown = makeView(world, { id, user, rootId: below[0]?.id ?? id, previousId: below.at(-1)?.id ?? null }, view);
  setModals(world, workspace, user, [...below, shown]);
  return shown;
}

export function setModals(world: World, workspace: Workspace, user: string, modals: readonly SimView[]): void {
  workspace.modals.set(user, [...modals]);
  world.journal.tellViews({ kind: 'views', team: workspace.id, user });
}

export function showHome(world: World, workspace: Workspace, user: string, view: ViewJson): SimView {
  const id = workspace.homes.get(user)?.id ?? world.makeId('V');
  const home = makeView(world, { id, user, rootId: id, previousId: null }, view);
  workspace.homes.set(user, home);
  world.journal.tellViews({ kind: 'home', team: workspace.id, user });
  return home;
}

/** An open modal or a Home tab by its id or external id. */
export function findView(workspace: Workspace, match: (view: SimView) => boolean): SimView | undefined {
  return [...workspace.modals.values(), [...workspace.homes.values()]].flat().find(match);
}

/** New content under the same id; inputs whose block id and action id stay keep what was typed. */
export function replaceView(world: World, workspace: Workspace, old: SimView, view: ViewJson): SimView {
  const fresh = makeView(world, old, view);
  const changed = { ...fresh, state: carriedOver(old.state, fresh.state) };
  putView(world, workspace, changed);
  return changed;
}

/** Stores a changed view in the place of the one with its id. */
export function putView(world: World, workspace: Workspace, view: SimView): void {
  if (view.type === 'home') {
    workspace.homes.set(view.user, view);
    world.journal.tellViews({ kind: 'home', team: workspace.id, user: view.user });
    return;
  }
  const modals = openModals(workspace, view.user).map((open) => (open.id === view.id ? view : open));
  setModals(world, workspace, view.user, modals);
}

export function blocksOfView({ view, hash }: Pick<SimView, 'view' | 'hash'>): readonly Element[] {
  return withIds(Array.isArray(view['blocks']) ? view['blocks'] : [], hash);
}

function makeView(
  world: World,
  place: Pick<SimView, 'id' | 'user' | 'rootId' | 'previousId'>,
  view: ViewJson,
): SimView {
  const hash = `${Math.floor(world.clock() / 1_000)}.${world.makeId('h')}`;
  return {
    ...place,
    type: view['type'] === 'home' ? 'home' : 'modal',
    callbackId: String(view['callback_id'] ?? ''),
    externalId: String(view['external_id'] ?? ''),
    hash,
    state: initialState(blocksOfView({ view, hash })),
    view,
    errors: {},
  };
}

function carriedOver(old: StateValues, fresh: StateValues): StateValues {
  return mapValues(fresh, (states, blockId) =>
    mapValues(states, (state, actionId) => {
      const kept = old[blockId]?.[actionId];
      return kept && kept['type'] === state['type'] ? kept : state;
    }),
  );
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
