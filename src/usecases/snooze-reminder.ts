import type { DateTime } from 'luxon';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { SNOOZE } from '../domain/reminders.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

export interface SnoozeRequest {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  readonly occurrence: string;
  /** Who presses now. */
  readonly user: SlackUserId;
  /** The start that they were reminded of, to the second; null where that is not known. */
  readonly startsAt: DateTime | null;
}

export type SnoozeProblem =
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'moved'; readonly startsAt: DateTime | null }
  /** There would be no time left to remind in. */
  | { readonly kind: 'too-late'; readonly startsAt: DateTime };

/** Resolves to when they are reminded again. */
export type SnoozeReminder = (request: SnoozeRequest) => Promise<Result<DateTime, SnoozeProblem>>;

/** Puts off the reminder of whoever asks for it. Asked for twice, it is one that is put off once. */
export function makeSnoozeReminder(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): SnoozeReminder {
  const { meetings, seats, clock, wake } = deps;

  return async ({ workspace, meeting: id, occurrence: key, user, startsAt }) => {
    const now = clock.now();
    const meeting = await meetings.get(workspace, id);
    const invitee = meeting && inviteeByUser(meeting, user);
    if (!meeting || !invitee || meeting.status === 'draft') return refuse({ kind: 'not-invited' });
    const occurrence = occurrenceOf(meeting, key);
    if (!occurrence) return refuse({ kind: 'moved', startsAt: null });
    if (meeting.status !== 'scheduled' || occurrence.isCancelled) return refuse({ kind: 'cancelled' });
    if (startsAt && startsAt.toUnixInteger() !== occurrence.startsAt.toUnixInteger())
      return refuse({ kind: 'moved', startsAt: occurrence.startsAt });
    let until = now.plus(SNOOZE);
    await seats.change(id, key, invitee.id, ({ snoozedUntil }) => {
      // It waits already: a second press asks for the same.
      until = snoozedUntil && snoozedUntil > now ? snoozedUntil : now.plus(SNOOZE);
      return until < occurrence.startsAt ? { snoozedUntil: until } : {};
    });
    if (until >= occurrence.startsAt) return refuse({ kind: 'too-late', startsAt: occurrence.startsAt });
    await meetings.replan(id, now);
    wake();
    return ok(until);
  };
}
