import { readShown, show } from '../dispatch/response.ts';
import { useResponseUrl } from '../state/response-urls.ts';
import { expectWorkspace, type World } from '../state/world.ts';
import type { Answer } from './reply.ts';

/** Takes what the app sends to a response_url: a new answer, or one in place of the message that was pressed. */
export function takeResponse(world: World, id: string, body: Readonly<Record<string, unknown>>): Answer {
  const target = useResponseUrl(world, id);
  if (typeof target === 'string') {
    world.journal.violation(`response_url: ${target}`);
    return { status: 404, body: target };
  }
  const workspace = expectWorkspace(world, target.team);
  const conversation = workspace.conversations.get(target.channel);
  if (!conversation) return { status: 404, body: 'channel_not_found' };
  const stage = { world, workspace, conversation, user: target.user };
  const shown = readShown(stage, 'response_url', body);
  if (!shown) return { status: 400, body: 'invalid_blocks' };
  show(stage, shown);
  return { status: 200, body: 'ok' };
}
