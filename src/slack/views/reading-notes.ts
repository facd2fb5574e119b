import type { Scheduled } from '../../usecases/schedule-meeting.ts';
import { leftText } from './left-text.ts';

const ZONE_ASSUMED =
  'Slack does not know your time zone, so I read the time in UTC. You can set your zone in the preferences of Slack, or type one behind the time, such as `9am Berlin time`.';

/** What the writer of a command has to know besides how it was read: who is left out, and what was assumed. */
export function readingNotes({ left, isZoneAssumed }: Pick<Scheduled, 'left' | 'isZoneAssumed'>): string[] {
  return [...(left.length > 0 ? [leftText(left)] : []), ...(isZoneAssumed ? [ZONE_ASSUMED] : [])];
}
