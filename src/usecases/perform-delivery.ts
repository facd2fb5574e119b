import type { Delivery, Outcome } from '../domain/delivery.ts';
import type { StillMine } from './hold-claim.ts';

/** @param stillMine asked before each outside call, since what it throws must stop the delivery */
export type PerformDelivery = (delivery: Delivery, stillMine: StillMine) => Promise<Outcome>;
