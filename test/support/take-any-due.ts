import type { DateTime } from 'luxon';
import type { ClaimedDelivery, Deliveries } from '../../src/store/deliveries.ts';

/** Claims what has been due longest in the first lane that has something. */
export async function takeAnyDue(
  deliveries: Deliveries,
  now: DateTime,
  leaseEndsAt: DateTime,
  claim: string,
): Promise<ClaimedDelivery | null> {
  for await (const { lane } of deliveries.lanes(null)) {
    const taken = await deliveries.takeDue(lane, now, leaseEndsAt, claim);
    if (taken) return taken;
  }
  return null;
}
