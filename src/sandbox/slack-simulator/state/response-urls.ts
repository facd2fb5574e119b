import type { World } from './world.ts';

/** Answers to one command or press: five, within thirty minutes of the simulated clock. */
export interface ResponseUrl {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed; null for a command. */
  readonly source: { readonly ts: string; readonly isEphemeral: boolean } | null;
  readonly madeAt: number;
  usesLeft: number;
}

const LIFE_MS = 30 * 60_000;
const USES = 5;

export function makeResponseUrl(world: World, target: Omit<ResponseUrl, 'madeAt' | 'usesLeft'>): string {
  const id = world.makeId('R');
  world.responseUrls.set(id, { ...target, madeAt: world.clock(), usesLeft: USES });
  return `${world.origin}/response/${target.team}/${id}`;
}

/** Takes one use; Slack's words when the address is unknown, too old or used up. */
export function useResponseUrl(world: World, id: string): ResponseUrl | 'invalid_url' | 'expired_url' | 'used_url' {
  const found = world.responseUrls.get(id);
  if (!found) return 'invalid_url';
  if (world.clock() - found.madeAt > LIFE_MS) return 'expired_url';
  if (found.usesLeft === 0) return 'used_url';
  found.usesLeft -= 1;
  return found;
}
