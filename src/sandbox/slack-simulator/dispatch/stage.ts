import type { Person } from '../simulator.ts';
import type { Conversation, Workspace } from '../state/workspace.ts';
import { expectWorkspace, type World } from '../state/world.ts';

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
