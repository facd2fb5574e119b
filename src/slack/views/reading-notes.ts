import type { Scheduled } from '../../usecases/schedule-meeting.ts';
import { conflictText } from './conflict-text.ts';
import { leftText } from './left-text.ts';

const ZONE_ASSUMED =
  'Slack does not know your time zone, so I read the time in UTC. You can set your zone in the preferences of Slack, or type one behind the time, such as `9am Berlin time`.';

/** What the writer of a command has to know besides how it was read: who is left out or busy, and what was assumed. */
export function readingNotes({
  meeting,
  left,
  conflicts,
  locale,
  isZoneAssumed,
}: Omit<Scheduled, 'joinUrl' | 'publicUrl'>): string[] {
  const reader = { zone: meeting.startsAt.zoneName ?? 'UTC', locale };
  return [
    ...(left.length > 0 ? [leftText(left)] : []),
    ...(conflicts.length > 0 ? [`:warning: ${conflictText(conflicts, reader)}`] : []),
    ...(isZoneAssumed ? [ZONE_ASSUMED] : []),
  ];
}
