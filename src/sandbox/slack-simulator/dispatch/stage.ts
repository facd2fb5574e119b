import type { Person, ViewPlace } from '../simulator.ts';
import { openModals } from '../state/views.ts';
import type { Conversation, Workspace } from '../state/workspace.ts';
import { expectWorkspace, type World } from '../state/world.ts';
import type { SimView } from '../views.ts';

/** The person and the conversation that they stand in. @throws Error where no such person could be there */
export function standing(
  world: World,
  place: { readonly team: string; readonly user: string; readonly channel: string },
): { world: World; workspace: Workspace; conversation: Conversation; person: Person } {
  const workspace = expectWorkspace(world, place.team);
  const person = expectPerson(workspace, place.user);
  const conversation = workspace.conversations.get(place.channel);
  if (!conversation?.members.has(person.id)) throw new Error(`${place.user} is not in ${place.channel}`);
  return { world, workspace, conversation, person };
}

/** @throws Error for people who cannot act in this team */
export function expectPerson(workspace: Workspace, id: string): Person {
  const person = workspace.people.get(id);
  if (!person || person.deleted) throw new Error(`${id} cannot act in ${workspace.id}`);
  return person;
}

/** An open modal, the topmost unless an id is given. @throws Error when there is none */
export function expectModal(world: World, place: ViewPlace): { workspace: Workspace; person: Person; view: SimView } {
  const { workspace, person, view } = expectView(world, place);
  if (view.type !== 'modal') throw new Error('the Home tab is no modal');
  return { workspace, person, view };
}

/** An open modal or the Home tab, the topmost modal unless an id is given. @throws Error when there is none */
export function expectView(world: World, place: ViewPlace): { workspace: Workspace; person: Person; view: SimView } {
  const workspace = expectWorkspace(world, place.team);
  const person = expectPerson(workspace, place.user);
  const open = openModals(workspace, person.id);
  const home = workspace.homes.get(person.id);
  const seen = home ? [home, ...open] : open;
  const view = place.viewId === undefined ? open.at(-1) : seen.find(({ id }) => id === place.viewId);
  if (!view) throw new Error(`${place.user} sees no such view`);
  return { workspace, person, view };
}
