import { DateTime, type Duration } from 'luxon';
import type { Gate } from '../domain/gate.ts';
import { type Lane, laneKey } from '../domain/lane.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gates } from '../ports/gates.ts';
import type { ClaimedDelivery, Deliveries } from '../store/deliveries.ts';

export interface Turns {
  /** Claims a delivery that is due and may go now; null when there is none. Each one has to be `end`ed. */
  take(): Promise<ClaimedDelivery | null>;
  end(delivery: ClaimedDelivery): void;
  /** When there will be something to take that is not there now; null when nobody knows. */
  nextAt(): Promise<DateTime | null>;
}

/** After so many deliveries it is looked again which lanes there are, so that a new one is not left out for long. */
const LONGEST_TOUR = 8;

/**
 * Hands out the deliveries lane by lane, so that none waits for what another lane has too much of: no lane whose gate
 * is closed, and no more of a lane at once than its share of the places.
 */
export function makeTurns(deps: {
  readonly deliveries: Deliveries;
  readonly gates: Gates;
  readonly gatesOf: (lane: Lane) => readonly Gate[];
  readonly clock: Clock;
  readonly lease: Duration;
  readonly placesPerLane: number;
  readonly newClaim: () => string;
}): Turns {
  const { deliveries, gates, gatesOf, clock, lease, placesPerLane, newClaim } = deps;
  const underWay = new Map<string, number>();
  let tour: readonly Lane[] = [];
  let takenOnTour = 0;
  let last: Lane | null = null;

  return {
    async take() {
      const now = clock.now();
      const delivery = takenOnTour < LONGEST_TOUR ? await takeOnTour(now) : null;
      if (delivery) return delivery;
      tour = await dueLanes(now);
      takenOnTour = 0;
      return takeOnTour(now);
    },

    end: ({ lane }) => count(lane, -1),

    async nextAt() {
      const now = clock.now();
      const firstDueAt = await deliveries.nextDueAt();
      if (!firstDueAt || firstDueAt > now) return firstDueAt;
      const times: DateTime[] = [];
      for await (const { lane, dueAt } of deliveries.lanes(null)) {
        // A full lane has something to take when something of it ends, which wakes the worker.
        if (!isFull(lane)) times.push(DateTime.max(dueAt, gates.opensAt(gatesOf(lane), now) ?? dueAt));
      }
      return DateTime.min(...times) ?? null;
    },
  };

  /** Every lane in which something is due, beginning behind the one that had the last turn. */
  async function dueLanes(now: DateTime): Promise<Lane[]> {
    // Most of the time nothing is, and there may be as many lanes as workspaces.
    const firstDueAt = await deliveries.nextDueAt();
    if (!firstDueAt || firstDueAt > now) return [];
    const refreshed = gates.refresh(now);
    const lanes: Lane[] = [];
    for await (const { lane, dueAt } of deliveries.lanes(last)) if (dueAt <= now) lanes.push(lane);
    await refreshed;
    return lanes;
  }

  async function takeOnTour(now: DateTime): Promise<ClaimedDelivery | null> {
    for (const lane of tour) {
      if (isFull(lane) || gates.opensAt(gatesOf(lane), now)) continue;
      const delivery = await takeFrom(lane, now);
      tour = tour.filter((other) => other !== lane);
      if (!delivery) continue;
      tour = [...tour, lane];
      takenOnTour += 1;
      last = lane;
      count(lane, 1);
      return delivery;
    }
    return null;
  }

  /** The first of a lane that need not let another one of its person go first. */
  async function takeFrom(lane: Lane, now: DateTime): Promise<ClaimedDelivery | null> {
    const leaseEndsAt = now.plus(lease);
    for (;;) {
      const delivery = await deliveries.takeDue(lane, now, leaseEndsAt, newClaim());
      if (!delivery) return null;
      const otherAt = await deliveries.goesFirstAt(delivery);
      if (!otherAt) return delivery;
      await deliveries.hold(delivery, DateTime.max(otherAt, leaseEndsAt));
      // The other may have ended just before, and found nothing held that it could release.
      if (!(await deliveries.goesFirstAt(delivery))) await deliveries.releaseHeld(delivery, now);
    }
  }

  function isFull(lane: Lane): boolean {
    return (underWay.get(laneKey(lane)) ?? 0) >= placesPerLane;
  }

  function count(lane: Lane, change: 1 | -1): void {
    const left = (underWay.get(laneKey(lane)) ?? 0) + change;
    if (left > 0) underWay.set(laneKey(lane), left);
    else underWay.delete(laneKey(lane));
  }
}
