import { blockProblems } from '../blocks/block-rules.ts';
import { policyProblems } from '../blocks/message-policy.ts';
import { isRecord } from '../blocks/rules.ts';
import type { SimMessage } from '../simulator.ts';
import { addEphemeral, addMessage } from '../state/messages.ts';
import type { Conversation, Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';

/** Where an answer to a command or a press is shown, and to whom alone. */
export interface Stage {
  readonly world: World;
  readonly workspace: Workspace;
  readonly conversation: Conversation;
  readonly user: string;
}

/** What the app sent: an acknowledgement's body, or what came to a response_url. */
export interface ShownBody {
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly isInChannel: boolean;
}

/** Reads an answer, and reports what Slack or a careful reader would not accept; null when it cannot be shown. */
export function readShown({ world, conversation }: Stage, what: string, body: unknown): ShownBody | null {
  const said = typeof body === 'string' ? { text: body } : body;
  if (!isRecord(said)) return null;
  const isInChannel = said['response_type'] === 'in_channel';
  const problems = said['blocks'] === undefined ? [] : blockProblems(said['blocks'], 'message');
  const audience = { private: !isInChannel || conversation.kind === 'im', takesUnfurlFlags: isInChannel };
  for (const problem of [...problems, ...policyProblems(said, audience)])
    world.journal.violation(`${what}: ${problem}`);
  if (problems.length > 0) return null;
  const { text, blocks } = said;
  return { text: typeof text === 'string' ? text : '', blocks: Array.isArray(blocks) ? blocks : [], isInChannel };
}

/** Shows an answer to the person alone, or to everybody where it says so. */
export function show({ world, workspace, conversation, user }: Stage, shown: ShownBody): SimMessage {
  const fields = { user: workspace.botUserId, text: shown.text, blocks: shown.blocks };
  return shown.isInChannel
    ? addMessage(world, workspace, conversation, fields)
    : addEphemeral(world, workspace, conversation, user, fields);
}

/** Slack's own words to the person. */
export function showFailure({ world, workspace, conversation, user }: Stage, text: string): void {
  addEphemeral(world, workspace, conversation, user, { user: 'USLACKBOT', text });
}
