import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Settings } from '../store/settings.ts';

/** How many minutes before a start these people are reminded, of those who chose it; 0 for not at all. */
export type ReminderMinutesOf = (
  workspace: WorkspaceId,
  users: readonly SlackUserId[],
) => Promise<ReadonlyMap<SlackUserId, number>>;

export function makeReminderMinutesOf(settings: Pick<Settings, 'many'>): ReminderMinutesOf {
  return async (workspace, users) => {
    const chosen = await settings.many(workspace, users);
    return new Map(
      [...chosen].flatMap(([user, { reminderMinutes }]) =>
        reminderMinutes === undefined ? [] : [[user, reminderMinutes]],
      ),
    );
  };
}
