import type { World } from './world.ts';

/** A trigger lives three seconds on the simulated clock and opens one view. */
export interface Trigger {
  readonly team: string;
  readonly user: string;
  readonly madeAt: number;
  used: boolean;
}

const LIFE_MS = 3_000;

export function makeTrigger(world: World, team: string, user: string): string {
  const id = `1${world.triggers.size.toString().padStart(9, '0')}.2000000000.${world.makeId('t').toLowerCase()}`;
  world.triggers.set(id, { team, user, madeAt: world.clock(), used: false });
  return id;
}

/** Uses a trigger up and answers whose it was, or Slack's error. */
export function spendTrigger(world: World, team: string, id: string): { user: string } | { error: string } {
  const trigger = world.triggers.get(id);
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (trigger.team !== team) {
    world.journal.violation(`a trigger of ${trigger.team} was used with the token of ${team}`);
    return { error: 'invalid_trigger_id' };
  }
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (world.clock() - trigger.madeAt > LIFE_MS) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return { user: trigger.user };
}
