import type { Gate } from '../../domain/gate.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import type { SlackMethod } from './ask.ts';

/** What a message, or a file, always needs of Slack. What only some of them need holds up only these. */
const METHODS: Readonly<Record<'message' | 'file', readonly SlackMethod[]>> = {
  message: ['conversations.open', 'chat.postMessage'],
  file: ['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'],
};

export function slackGatesOf(workspace: WorkspaceId, need: 'message' | 'file'): Gate[] {
  return METHODS[need].map((what) => ({ workspace, what }));
}
