import type { Person } from '../simulator.ts';
import type { StoredFile } from '../state/files.ts';
import { findView } from '../state/views.ts';
import type { Conversation, Workspace } from '../state/workspace.ts';
import type { SimView } from '../views.ts';
import type { Call } from './method.ts';
import { Refusal } from './refusal.ts';

/** @throws Refusal with this code when the token's team has no such person */
export function findPerson(call: Call, id: string, code = 'user_not_found'): Person {
  const person = call.workspace.people.get(id);
  if (person) return person;
  reportStranger(call, 'person', (workspace) => workspace.people.has(id) && id !== 'USLACKBOT');
  throw new Refusal(code);
}

/** A conversation that the bot may know of: a public channel, or one that it is in. */
export function findConversation(call: Call, id: string): Conversation {
  const conversation = call.workspace.conversations.get(id);
  if (conversation && (conversation.kind === 'public' || conversation.members.has(call.workspace.botUserId))) {
    return conversation;
  }
  if (!conversation) reportStranger(call, 'conversation', (workspace) => workspace.conversations.has(id));
  throw new Refusal('channel_not_found');
}

/** A conversation that the bot is in. */
export function findJoinedConversation(call: Call, id: string): Conversation {
  const conversation = findConversation(call, id);
  if (!conversation.members.has(call.workspace.botUserId)) throw new Refusal('not_in_channel');
  return conversation;
}

export function findFile(call: Call, id: string): StoredFile {
  const file = call.world.files.get(id);
  if (file && call.grant.workspaces.some(({ id: team }) => team === file.team)) return file;
  if (file) reportStranger(call, 'file', (workspace) => workspace.id === file.team);
  throw new Refusal('file_not_found');
}

/** An open modal or a Home tab of the token's team. @throws Refusal `not_found` */
export function findOpenView(call: Call, match: (view: SimView) => boolean): SimView {
  const view = findView(call.workspace, match);
  if (view) return view;
  reportStranger(call, 'view', (workspace) => findView(workspace, match) !== undefined);
  throw new Refusal('not_found');
}

/** A token that touches another team's things is a fault of the app, even if Slack only says "not found". */
function reportStranger(call: Call, what: string, isTheirs: (workspace: Workspace) => boolean): void {
  const owner = [...call.world.workspaces.values()].find((other) => other !== call.workspace && isTheirs(other));
  if (owner)
    call.world.journal.violation(`${call.method}: a ${what} of ${owner.id} with the token of ${call.workspace.id}`);
}
