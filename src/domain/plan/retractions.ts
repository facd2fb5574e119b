import type { PlannedDelivery } from '../delivery.ts';
import type { Seat } from '../seat.ts';
import type { PlanContext } from './context.ts';

/** The removal of everything that was sent of a meeting which was taken back. */
export function planRetractions({ meeting, seats, now }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'withdrawn') return [];
  const { workspace, id } = meeting;
  const common = { workspace, meeting: id, kind: 'retract' as const, cause: 'withdrawn', dueAt: now };
  return seats.filter(hasAnything).map(({ occurrence, invitee }) => ({ ...common, occurrence, invitee }));
}

/** Whether anything stands in somebody's conversation that a retraction removes. */
export function hasAnything({ card, file, reminders, earlier }: Seat): boolean {
  return card !== null || file !== null || reminders.length + earlier.notices.length + earlier.files.length > 0;
}
