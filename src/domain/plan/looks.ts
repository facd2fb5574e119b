import type { DateTime } from 'luxon';
import type { PlannedDelivery } from '../delivery.ts';
import { occurrenceOf } from '../occurrence.ts';
import type { PlanContext } from './context.ts';
import { closingOf } from './rooms.ts';

/** The last look comes after everybody was put out. */
const AFTER_CLOSING = { minutes: 1 };

/**
 * From when to when the video service is asked who is in the room of an occurrence: as long as anybody may come in. Another
 * end calls for other looks. Null when the door never opens.
 */
export function looksOf(
  context: PlanContext,
  key: string,
): { readonly from: DateTime; readonly until: DateTime; readonly cause: string } | null {
  const { meeting, rules } = context;
  const occurrence = occurrenceOf(meeting, key);
  const closing = closingOf(context, key);
  if (!occurrence || !closing) return null;
  const from = occurrence.startsAt.minus(rules.hostsBefore);
  return closing.at < from ? null : { from, until: closing.at.plus(AFTER_CLOSING), cause: closing.cause };
}

/** The looks at every room that the door opens. */
export function planLooks(context: PlanContext): PlannedDelivery[] {
  const { meeting, occurrences, rooms } = context;
  const common = { workspace: meeting.workspace, meeting: meeting.id, invitee: null, kind: 'look-at-session' as const };
  const begun = [...occurrences.map(({ key }) => key), ...rooms.map(({ occurrence }) => occurrence)];
  return [...new Set(begun)].flatMap((occurrence): PlannedDelivery[] => {
    const looks = looksOf(context, occurrence);
    return looks ? [{ ...common, occurrence, cause: looks.cause, dueAt: looks.from }] : [];
  });
}
