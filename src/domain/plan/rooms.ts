import type { DateTime } from 'luxon';
import { isSinceOpening } from '../access.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { type Occurrence, occurrenceOf } from '../occurrence.ts';
import type { Room } from '../room.ts';
import { type PlanContext, roomOf } from './context.ts';

/** A room for each occurrence, made ahead, and closed when nobody may come in any more. */
export function planRooms(context: PlanContext): PlannedDelivery[] {
  const { meeting, occurrences, rooms } = context;
  const common = { workspace: meeting.workspace, meeting: meeting.id, invitee: null };
  const isOn = meeting.status === 'scheduled';
  const ahead = occurrences
    .filter(({ isCancelled }) => isOn && !isCancelled)
    .map(({ key }) => ({
      ...common,
      occurrence: key,
      kind: 'room' as const,
      cause: 'scheduled',
      dueAt: meeting.sendsAt,
    }));
  const begun = [...occurrences.map(({ key }) => key), ...rooms.map(({ occurrence }) => occurrence)];
  const closing = [...new Set(begun)].flatMap((key): PlannedDelivery[] => {
    const end = closingOf(context, key);
    return end ? [{ ...common, occurrence: key, kind: 'close-room', cause: end.cause, dueAt: end.at }] : [];
  });
  return [...ahead, ...closing];
}

/** Whether a room closes for this cause while its meeting would go on, so that those in it have to go. */
export function putsOut(cause: string): boolean {
  return cause === CANCELLED || cause.startsWith(ENDED) || cause.startsWith(REMOVED);
}

const CANCELLED = 'cancelled';
const ENDED = 'ended ';
/** Of what the app was removed from; no plan calls for it. */
export const REMOVED = 'removed ';

/** When the room of an occurrence closes and for what, since another end calls for another closing; null when there is none to close. */
export function closingOf(context: PlanContext, key: string): { readonly at: DateTime; readonly cause: string } | null {
  const { meeting, rules } = context;
  const room = roomOf(context, key);
  const occurrence = occurrenceOf(meeting, key);
  if (!occurrence || occurrence.isCancelled || meeting.status !== 'scheduled') {
    return room && { at: meeting.changedAt, cause: CANCELLED };
  }
  const endedAt = endOf(room, occurrence, context);
  if (endedAt) return { at: endedAt, cause: `${ENDED}${endedAt.toMillis()}` };
  return { at: occurrence.endsAt.plus(rules.returnFor), cause: String(occurrence.endsAt.toMillis()) };
}

function endOf(room: Room | null, occurrence: Occurrence, { rules }: PlanContext): DateTime | null {
  return room?.endedAt && isSinceOpening(room.endedAt, occurrence, rules) ? room.endedAt : null;
}
