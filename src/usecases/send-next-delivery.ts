import type { Duration } from 'luxon';
import type { Logger } from 'pino';
import { type DeliveryKind, MOST_LOST_CLAIMS, type Outcome, waitBeforeRetryMs } from '../domain/delivery.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedDelivery, Deliveries, Settlement } from '../store/deliveries.ts';
import type { PerformDelivery } from './send-invitation.ts';

/** Claims the delivery that is due, and resolves to the work of bringing it out; null when none is due. */
export type TakeNextDelivery = () => Promise<(() => Promise<void>) | null>;

/** The only place where anything is done outside: claimed with a lease, performed once, settled under its claim. */
export function makeTakeNextDelivery(deps: {
  readonly deliveries: Deliveries;
  readonly perform: Readonly<Record<DeliveryKind, PerformDelivery>>;
  readonly clock: Clock;
  readonly lease: Duration;
  /** In [0, 1). */
  readonly random: () => number;
  readonly newClaim: () => string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): TakeNextDelivery {
  const { deliveries, perform, clock, lease, random, newClaim, log } = deps;

  return async () => {
    const now = clock.now();
    const delivery = await deliveries.takeDue(now, now.plus(lease), newClaim());
    return delivery && (() => bringOut(delivery));
  };

  async function bringOut(delivery: ClaimedDelivery): Promise<void> {
    const outcome = delivery.lostClaims >= MOST_LOST_CLAIMS ? POISONOUS : await attempt(delivery);
    const isSettled = await deliveries.settle(delivery, settlementOf(delivery, outcome));
    const what = { delivery: delivery.key, attempt: delivery.attempts, ...outcome };
    if (!isSettled) log.warn(what, 'a delivery was settled by somebody else after its lease ran out');
    else if (outcome.kind === 'parked') log.error(what, 'a delivery was set aside');
    else if (outcome.kind === 'again') log.warn(what, 'a delivery will be tried again');
    else log.info(what, 'a delivery is settled');
  }

  /** A fault of ours must not stop the others; it is tried again like an outside one, and set aside in the end. */
  async function attempt(delivery: ClaimedDelivery): Promise<Outcome> {
    try {
      return await perform[delivery.kind](delivery);
    } catch (error) {
      log.error({ delivery: delivery.key, err: error }, 'a delivery failed by a fault of ours');
      return delivery.attempts >= MOST_OWN_FAULTS
        ? { kind: 'parked', reason: 'fault of ours' }
        : { kind: 'again', reason: 'fault of ours', throttledForSeconds: null, ambiguous: true };
    }
  }

  function settlementOf({ attempts }: ClaimedDelivery, outcome: Outcome): Settlement {
    if (outcome.kind === 'done') return { state: 'done', reason: null };
    if (outcome.kind !== 'again') return { state: outcome.kind, reason: outcome.reason };
    const waitMs = waitBeforeRetryMs(attempts, outcome.throttledForSeconds, random());
    return {
      state: 'waiting',
      reason: outcome.reason,
      dueAt: clock.now().plus({ milliseconds: waitMs }),
      isAmbiguous: outcome.ambiguous,
      countsAsAttempt: outcome.throttledForSeconds === null,
    };
  }
}

const MOST_OWN_FAULTS = 8;
const POISONOUS: Outcome = { kind: 'parked', reason: 'its process never reported back' };
