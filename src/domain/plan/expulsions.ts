import type { PlannedDelivery } from '../delivery.ts';
import type { InviteeId } from '../ids.ts';
import type { PlanContext } from './context.ts';

/**
 * Who may not be in a room any more is put out of it: who was taken off, who came by a link that was replaced, and the
 * visitors of a meeting that is public no more. Whether they ever came in is found out then, since the record of it may
 * have been lost.
 */
export function planExpulsions({ meeting, seats, rooms, now }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const out = [
    ...meeting.former.map(({ id, linkVersion }) => ({ id, cause: causeOf(linkVersion) })),
    ...meeting.invitees
      .filter(({ linkVersion }) => linkVersion > 1)
      .map(({ id, linkVersion }) => ({ id, cause: causeOf(linkVersion - 1) })),
  ];
  const common = { workspace: meeting.workspace, meeting: meeting.id, kind: 'expel' as const, dueAt: now };
  const open = rooms.filter(({ roomId, isClosed }) => roomId !== null && !isClosed);
  return open.flatMap(({ occurrence }) => [
    ...out.map(({ id, cause }) => ({ ...common, occurrence, invitee: id, cause })),
    ...visitorsIn(occurrence).map(({ id, cause }) => ({ ...common, occurrence, invitee: id, cause })),
  ]);

  function visitorsIn(occurrence: string): { id: InviteeId; cause: string }[] {
    if (meeting.access === 'public') return [];
    const visitors = new Set(seats.filter(({ isVisitor }) => isVisitor).map(({ invitee }) => invitee));
    return seats
      .filter((seat) => seat.occurrence === occurrence && visitors.has(seat.invitee))
      .flatMap(({ invitee, participant }) => (participant ? [{ id: invitee, cause: participant.id }] : []));
  }
}

/** Each link is put out once. */
function causeOf(linkVersion: number): string {
  return `link-${linkVersion}`;
}
