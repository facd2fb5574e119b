import type { WorkspaceId } from '../domain/ids.ts';
import type { Meetings } from '../store/meetings.ts';

/** The meetings as the door finds them: those of a workspace that removed the app are gone until it installs it again. */
export function meetingsOfInstalled(
  meetings: Meetings,
  isInstalled: (workspace: WorkspaceId) => Promise<boolean>,
): Meetings {
  return {
    ...meetings,
    async find(id) {
      const meeting = await meetings.find(id);
      return meeting && (await isInstalled(meeting.workspace)) ? meeting : null;
    },
  };
}
