import type { SlackUserId } from './ids.ts';
import { inviteeByUser, type Meeting } from './meeting.ts';

/** What somebody may do to a meeting besides answering and joining. */
export type Verb =
  | 'edit'
  | 'move'
  | 'invite'
  | 'take-off'
  | 'extend'
  | 'end'
  | 'resend'
  | 'cancel'
  | 'undo'
  | 'change-role'
  | 'hand-over';

const OF_HOSTS: ReadonlySet<Verb> = new Set(['edit', 'move', 'invite', 'take-off', 'extend', 'end', 'resend']);
/** When nobody else is there to do it. */
const OF_ADMINS: ReadonlySet<Verb> = new Set(['cancel', 'hand-over', 'end']);

/**
 * Asked of who presses now, whoever saw the button: the organizer may do everything, a host what keeps a meeting going,
 * an admin of the workspace what ends it or puts somebody in charge.
 */
export function may(meeting: Meeting, user: SlackUserId, verb: Verb, isAdmin = false): boolean {
  if (meeting.organizer === user) return true;
  if (isAdmin && OF_ADMINS.has(verb)) return true;
  return inviteeByUser(meeting, user)?.role === 'host' && OF_HOSTS.has(verb);
}
