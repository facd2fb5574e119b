import type { Meeting } from '../domain/meeting.ts';
import type { PostedMessage } from '../domain/seat.ts';
import type { Messenger } from '../ports/messenger.ts';
import { type Removal, removeOrEmpty } from './take-out.ts';

/** Takes a reminder out of the conversation. */
export function reminderRemoval(
  messenger: Pick<Messenger, 'remove' | 'update'>,
  { workspace, title }: Meeting,
  reminder: PostedMessage,
): Removal {
  return {
    remove: () => removeOrEmpty(messenger, workspace, reminder, () => ({ kind: 'spent-reminder', title })),
    without: ({ reminders }) => ({ reminders: reminders.filter(({ ts }) => ts !== reminder.ts) }),
  };
}
