import type { LimitSettings } from '../config/limits.ts';
import type { Limits } from '../usecases/agreed-meetings.ts';

/** A workspace of so many people who each go to their limit. */
const ORGANIZERS_AT_THEIR_LIMIT = 50;
const WRITERS_AT_THEIR_LIMIT = 10;

/** The settings, as the use cases read them. */
export function limitsOf({ commandsPerMinute, openMeetings, guestMailsPerDay }: LimitSettings): Limits & {
  readonly commandsPerMinute: { readonly person: number; readonly workspace: number };
} {
  return {
    commandsPerMinute: { person: commandsPerMinute, workspace: WRITERS_AT_THEIR_LIMIT * commandsPerMinute },
    open: { ofOrganizer: openMeetings, ofWorkspace: ORGANIZERS_AT_THEIR_LIMIT * openMeetings },
    guestMailsPerDay,
  };
}
