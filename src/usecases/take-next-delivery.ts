import type { Duration } from 'luxon';
import type { Logger } from 'pino';
import { type DeliveryKind, MOST_LOST_CLAIMS, type Outcome, waitBeforeRetryMs } from '../domain/delivery.ts';
import { type Gate, MAIL_SERVICE, ROOM_SERVICE } from '../domain/gate.ts';
import type { Need } from '../domain/lane.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gates } from '../ports/gates.ts';
import type { ClaimedDelivery, Deliveries, Settlement } from '../store/deliveries.ts';
import { ClaimLost, holdClaim, type StillMine } from './hold-claim.ts';
import type { NoteGivenUp } from './note-given-up.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { Turns } from './take-turns.ts';

/** Claims the delivery that is due, and resolves to the work of bringing it out; null when none is due. */
export type TakeNextDelivery = () => Promise<(() => Promise<void>) | null>;

/** The only place where anything is done outside: claimed with a lease, performed once, settled under its claim. */
export function makeTakeNextDelivery(deps: {
  readonly turns: Turns;
  readonly deliveries: Pick<Deliveries, 'renew' | 'settle' | 'releaseHeld'>;
  readonly gates: Pick<Gates, 'close'>;
  readonly perform: Readonly<Record<DeliveryKind, PerformDelivery>>;
  readonly noteGivenUp: NoteGivenUp;
  readonly clock: Clock;
  readonly lease: Duration;
  /** The longest that one call to the outside may take; shorter than the lease. */
  readonly callTimeout: Duration;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): TakeNextDelivery {
  const { turns, deliveries, gates, perform, noteGivenUp, clock, random, log } = deps;

  return async () => {
    const delivery = await turns.take();
    return delivery && (() => bringOut(delivery).finally(() => turns.end(delivery)));
  };

  async function bringOut(taken: ClaimedDelivery): Promise<void> {
    const claim = holdClaim(taken, deps);
    const outcome = taken.lostClaims >= MOST_LOST_CLAIMS ? POISONOUS : await attempt(taken, claim.stillMine);
    const delivery = await claim.letGo();
    const reference = GIVEN_UP.has(outcome) ? await noted(delivery) : null;
    await closeSharedGate(delivery, outcome);
    const isSettled = await deliveries.settle(delivery, settlementOf(delivery, outcome));
    if (isSettled) await deliveries.releaseHeld(delivery, clock.now());
    const what = { delivery: delivery.key, attempt: delivery.attempts, ...outcome, ...(reference && { reference }) };
    if (!isSettled) log.warn(what, 'a delivery was settled by somebody else after its lease ran out');
    else if (outcome.kind === 'parked') log.error(what, 'a delivery was set aside');
    else if (outcome.kind === 'again') log.warn(what, 'a delivery will be tried again');
    else log.info(what, 'a delivery is settled');
  }

  /** A fault of ours must not stop the others; it is tried again like an outside one, and set aside in the end. */
  async function attempt(delivery: ClaimedDelivery, stillMine: StillMine): Promise<Outcome> {
    try {
      return await perform[delivery.kind](delivery, stillMine);
    } catch (error) {
      if (error instanceof ClaimLost) return LOST;
      log.error({ delivery: delivery.key, err: error }, 'a delivery failed by a fault of ours');
      return delivery.attempts >= MOST_OWN_FAULTS
        ? OWN_FAULT
        : { kind: 'again', reason: 'fault of ours', throttledForSeconds: null, ambiguous: true };
    }
  }

  /** What broke it may break this too, and must not keep it from being set aside. */
  async function noted(delivery: ClaimedDelivery): Promise<string | null> {
    try {
      return await noteGivenUp(delivery);
    } catch (error) {
      log.error({ delivery: delivery.key, err: error }, 'nobody is told of a delivery that is set aside');
      return null;
    }
  }

  function settlementOf({ attempts, isAmbiguous }: ClaimedDelivery, outcome: Outcome): Settlement {
    if (outcome.kind === 'done') return { state: 'done', reason: null };
    if (outcome.kind === 'dropped') return { state: 'dropped', reason: outcome.reason };
    if (outcome.kind === 'parked') return { state: 'parked', reason: outcome.reason, at: clock.now() };
    if (outcome.kind === 'later') {
      const { at: dueAt } = outcome;
      return { state: 'waiting', reason: null, dueAt, isAmbiguous: false, countsAsAttempt: false };
    }
    const waitMs = waitBeforeRetryMs(attempts, outcome.throttledForSeconds, random());
    return {
      state: 'waiting',
      reason: outcome.reason,
      dueAt: clock.now().plus({ milliseconds: waitMs }),
      // An attempt that failed before it could look leaves the doubt of an earlier one.
      isAmbiguous: isAmbiguous || outcome.ambiguous,
      countsAsAttempt: outcome.throttledForSeconds === null,
      needs: outcome.needs,
    };
  }

  /** Slack's adapter does so for each of its methods; the door may ask the video service nevertheless, since somebody waits there. */
  async function closeSharedGate({ lane }: ClaimedDelivery, outcome: Outcome): Promise<void> {
    const gate = SHARED_GATES[lane.need];
    if (!gate || outcome.kind !== 'again' || outcome.throttledForSeconds === null) return;
    const now = clock.now();
    await gates.close(gate, now.plus({ seconds: outcome.throttledForSeconds }), now);
  }
}

/** What all workspaces have in common. */
const SHARED_GATES: Readonly<Partial<Record<Need, Gate>>> = {
  room: ROOM_SERVICE,
  mail: MAIL_SERVICE,
  'awaited-mail': MAIL_SERVICE,
};
const MOST_OWN_FAULTS = 8;
/** Settling it will find so too. */
const LOST: Outcome = { kind: 'again', reason: 'claim lost', throttledForSeconds: null, ambiguous: true };
const POISONOUS: Outcome = { kind: 'parked', reason: 'its process never reported back' };
const OWN_FAULT: Outcome = { kind: 'parked', reason: 'fault of ours' };
/** Nobody was told of these by what performs them. */
const GIVEN_UP: ReadonlySet<Outcome> = new Set([POISONOUS, OWN_FAULT]);
