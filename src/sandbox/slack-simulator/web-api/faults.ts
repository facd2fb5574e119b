import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../calls.ts';
import type { Answer, Reply } from './reply.ts';

type StatusFault = Extract<Fault['play'], { kind: 'status' }>;

/** What a fault plan has to know of a call. */
export interface FaultTarget {
  readonly method: string;
  readonly team: string | null;
  /** The ids of the conversation and the people that it is about. */
  readonly places: readonly string[];
}

/** Faults that wait for their calls, first come first served. */
export interface FaultPlan {
  add(fault: Fault): void;
  /** Uses the first fault up that fits this call. */
  take(call: FaultTarget): Fault['play'] | null;
}

export function makeFaultPlan(): FaultPlan {
  const waiting: { fault: Fault; skipsLeft: number; timesLeft: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, skipsLeft: fault.skip ?? 0, timesLeft: fault.times ?? 1 });
    },
    take(call) {
      const entry = waiting.find(({ fault, timesLeft }) => timesLeft > 0 && fits(fault, call));
      if (!entry) return null;
      if (entry.skipsLeft > 0) {
        entry.skipsLeft -= 1;
        return null;
      }
      entry.timesLeft -= 1;
      return entry.fault.play;
    },
  };
}

function fits(fault: Fault, { method, team, places }: FaultTarget): boolean {
  if (fault.method !== method) return false;
  if (fault.team !== undefined && fault.team !== team) return false;
  return fault.channel === undefined || places.includes(fault.channel);
}

/** Slack never sends a 429 without saying how long to wait. */
function retryAfter({
  status,
  retryAfterSeconds = status === 429 ? 1 : undefined,
}: StatusFault): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
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
        headers: retryAfter(fault),
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
    case 'cut-before':
      note('cut-before');
      fault.cut();
      return 'hang';
    case 'cut-after':
      await run();
      note('cut-after');
      fault.cut();
      return 'hang';
  }
}
