import type { Duration } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedDelivery, Deliveries } from '../store/deliveries.ts';

/** Somebody else took the delivery over. Nothing more may be done for it here. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/**
 * Asked before each outside call: resolves while the claim is ours and lasts longer than a call may take.
 *
 * @throws ClaimLost
 */
export type StillMine = () => Promise<void>;

export interface HeldClaim {
  readonly stillMine: StillMine;
  /** Ends the renewing, and resolves to the claim as it is now. */
  letGo(): Promise<ClaimedDelivery>;
}

/** Renews a claim at each third of its lease, as long as what it is for is under way. */
export function holdClaim(
  delivery: ClaimedDelivery,
  deps: {
    readonly deliveries: Pick<Deliveries, 'renew'>;
    readonly clock: Clock;
    readonly lease: Duration;
    /** The longest that one call to the outside may take. */
    readonly callTimeout: Duration;
    readonly log: Pick<Logger, 'warn'>;
  },
): HeldClaim {
  const { deliveries, clock, lease, callTimeout, log } = deps;
  let held = delivery;
  let isLost = false;
  let renewal = Promise.resolve();
  const heartbeat = setInterval(() => {
    renew().catch((error: unknown) => log.warn({ delivery: held.key, err: error }, 'a lease could not be renewed'));
  }, lease.toMillis() / 3);

  return {
    async stillMine() {
      if (clock.now().plus(callTimeout) >= held.leaseEndsAt) await renew();
      if (isLost) throw new ClaimLost();
    },
    async letGo() {
      clearInterval(heartbeat);
      await renewal.catch(() => {});
      return held;
    },
  };

  /** One after the other, since each names the version that the last one left. */
  function renew(): Promise<void> {
    renewal = renewal.then(renewNow, renewNow);
    return renewal;
  }

  async function renewNow(): Promise<void> {
    const renewed = await deliveries.renew(held, clock.now().plus(lease));
    if (renewed) held = renewed;
    else isLost = true;
  }
}
