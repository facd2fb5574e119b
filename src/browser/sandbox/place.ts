import type { ActionPlace } from '../../sandbox/page/contract.ts';
import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';

/** Where blocks stand, and what the person put into them so far. */
export interface Place {
  readonly at: ActionPlace;
  /** By `valueKey`. Outlives a redrawing, as typed text does in Slack. */
  readonly values: Map<string, Chosen>;
  /** What is wrong with the inputs, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export function valueKey(blockId: string | null, actionId: string): string {
  return `${blockId} ${actionId}`;
}

export function placeOfMessage(channel: string, ts: string): Place {
  return { at: { channel, ts }, values: new Map(), errors: {} };
}
