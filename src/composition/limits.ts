import type { LimitSettings } from '../config/limits.ts';
import type { Limits } from '../usecases/agreed-meetings.ts';

/** A workspace of so many people who each go to their limit. */
const ORGANIZERS_AT_THEIR_LIMIT = 50;

/** The settings, as the use cases read them. */
export function limitsOf({ openMeetings, guestMailsPerDay }: LimitSettings): Limits {
  const open = { ofOrganizer: openMeetings, ofWorkspace: ORGANIZERS_AT_THEIR_LIMIT * openMeetings };
  return { open, guestMailsPerDay };
}
