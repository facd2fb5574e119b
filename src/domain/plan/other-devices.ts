import { cardOccurrence } from '../answers.ts';
import type { PlannedDelivery } from '../delivery.ts';
import type { OtherDevice } from '../devices.ts';
import { linkName } from '../link-name.ts';
import { inviteeOf, type Meeting, organizerOf } from '../meeting.ts';
import type { Seat } from '../seat.ts';
import type { PlanContext } from './context.ts';

/** What was used that long ago is no news, to a new organizer either. */
const NO_LATER_THAN = { hours: 24 };

/** Word for whoever has a link, and for the organizer, that it was used on another device: once for each link. */
export function planOtherDevices({ meeting, seats, now }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id } = meeting;
  return seats.flatMap((seat) => {
    const other = otherDeviceOf(meeting, seat);
    const invitee = inviteeOf(meeting, seat.invitee);
    if (!other || !invitee || other.at.plus(NO_LATER_THAN) <= now) return [];
    const readers = new Set([...(invitee.user === null ? [] : [invitee.id]), organizerOf(meeting).id]);
    const cause = linkName(invitee);
    const common = { workspace, meeting: id, occurrence: seat.occurrence, kind: 'other-device' as const, cause };
    return [...readers].map((reader) => ({ ...common, invitee: reader, dueAt: other.at }));
  });
}

/** How the link that this person has now was used on another device; null where it was not. */
export function otherDeviceOf(meeting: Meeting, { occurrence, invitee, device }: Seat): OtherDevice | null {
  if (occurrence !== cardOccurrence(meeting)) return null;
  return device?.linkVersion === inviteeOf(meeting, invitee)?.linkVersion ? (device?.other ?? null) : null;
}
