import { DateTime } from 'luxon';
import type { PlannedDelivery } from '../delivery.ts';
import type { PlanContext } from './context.ts';

/** Long enough before the start for somebody new to hear of it in good time. */
const EXPANDED_BEFORE = { hours: 24 };

/** Before each run of a series those are invited who have come into its groups, and those taken off who have left. */
export function planGroups({ meeting, occurrences, now }: PlanContext): PlannedDelivery[] {
  const { workspace, id, status, series, groups, sendsAt } = meeting;
  if (status !== 'scheduled' || !series || groups.length === 0) return [];
  return occurrences
    .filter(({ isCancelled, startsAt }) => !isCancelled && startsAt > now)
    .map(({ key, startsAt }) => ({
      workspace,
      meeting: id,
      occurrence: key,
      invitee: null,
      kind: 'expand-group',
      cause: 'before-start',
      dueAt: DateTime.max(sendsAt, startsAt.minus(EXPANDED_BEFORE)),
    }));
}
