import type { Gate } from '../../domain/gate.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import type { Need } from '../../domain/lane.ts';
import type { SlackMethod } from './ask.ts';

type SlackNeed = Exclude<Need, 'room' | 'mail' | 'awaited-mail'>;

/** What a message, or a file, always needs of Slack. What only some of them need holds up only these. */
const METHODS: Readonly<Record<SlackNeed, readonly SlackMethod[]>> = {
  message: ['conversations.open', 'chat.postMessage'],
  edit: ['chat.update'],
  removal: ['chat.delete', 'files.delete'],
  file: ['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'],
};

export function slackGatesOf(workspace: WorkspaceId, need: SlackNeed): Gate[] {
  return METHODS[need].map((what) => ({ workspace, what }));
}
