import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiCall, Fault } from '../simulator.ts';
import type { Answer, Reply } from './reply.ts';

/** Faults that wait for their calls, first come first served. */
export interface FaultPlan {
  add(fault: Fault): void;
  /** Uses the first fault up that fits this call. */
  take(call: Pick<ApiCall, 'method' | 'team' | 'args'>): Fault['play'] | null;
}

export function makeFaultPlan(): FaultPlan {
  const waiting: { fault: Fault; timesLeft: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, timesLeft: fault.times ?? 1 });
    },
    take(call) {
      const entry = waiting.find(({ fault, timesLeft }) => timesLeft > 0 && fits(fault, call));
      if (!entry) return null;
      entry.timesLeft -= 1;
      return entry.fault.play;
    },
  };
}

function fits(fault: Fault, { method, team, args }: Pick<ApiCall, 'method' | 'team' | 'args'>): boolean {
  if (fault.method !== method) return false;
  if (fault.team !== undefined && fault.team !== team) return false;
  const places = [args['channel'], args['channel_id'], args['user'], args['user_id'], args['users']];
  return fault.channel === undefined || places.includes(fault.channel);
}

/**
 * Plays a fault around what the call would do.
 *
 * @param run lets the call take effect, writes its outcome down and answers
 */
export async function play(
  fault: Fault['play'] | null,
  note: (outcome: string) => void,
  run: () => Answer | Promise<Answer>,
): Promise<Reply> {
  switch (fault?.kind) {
    case undefined:
      return run();
    case 'status':
      note(`status ${fault.status}`);
      return {
        status: fault.status,
        headers: fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) },
        body: { ok: false, error: fault.status === 429 ? 'ratelimited' : 'internal_error' },
      };
    case 'error':
      note(fault.error);
      return { status: 200, body: { ok: false, error: fault.error } };
    case 'lost-before':
      note('lost-before');
      return 'lost';
    case 'lost-after':
      await run();
      note('lost-after');
      return 'lost';
    case 'slow':
      await sleep(fault.ms);
      return run();
    case 'hang':
      note('hang');
      return 'hang';
  }
}
