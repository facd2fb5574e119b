import type { Fault as RoomsFault } from '../../src/sandbox/rooms-simulator/fault-plan.ts';
import type { World } from './world.ts';

/** A moment at which the program is ended by SIGKILL. */
export type KillPoint = AtCall | { readonly afterMs: number };

/** When an outside call has come, before or after it took effect. */
export interface AtCall {
  readonly service: 'slack' | 'rooms';
  readonly call: string;
  /** The how manieth of its kind since the command was typed, from 1. */
  readonly number: number;
  readonly when: 'before' | 'after';
}

/** Everything that was asked of the outside, in order of arrival at each service. */
export function outsideCalls({ slack, rooms }: World): Pick<AtCall, 'service' | 'call'>[] {
  return [
    ...slack.calls().map(({ method }) => ({ service: 'slack' as const, call: method })),
    ...rooms.calls().map(({ operation }) => ({ service: 'rooms' as const, call: operation ?? 'unknown' })),
  ];
}

/** Before and after each of these calls. */
export function aroundEach(calls: readonly Pick<AtCall, 'service' | 'call'>[]): AtCall[] {
  return calls.flatMap((each, index) => {
    const number = calls.slice(0, index + 1).filter(({ call }) => call === each.call).length;
    return (['before', 'after'] as const).map((when) => ({ ...each, number, when }));
  });
}

/** Those of the first and the last call of each kind; what lies between happens at the same time anyway. */
export function firstAndLast(points: readonly AtCall[]): AtCall[] {
  const last = new Map(points.map(({ call, number }) => [call, number]));
  return points.filter(({ call, number }) => number === 1 || number === last.get(call));
}

const REACHED_WITHIN_MS = 20_000;

/** Ends the program at this point, counted from now; resolves when it is gone. @throws when it never comes to the point */
export function killAt(world: World, point: KillPoint): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLate = () => reject(new Error(`The program did not come to the point ${wordsFor(point)}`));
    const timer = setTimeout(tooLate, REACHED_WITHIN_MS);
    const kill = () => {
      clearTimeout(timer);
      world.program.kill('SIGKILL').then(() => resolve(), reject);
    };
    if ('afterMs' in point) {
      setTimeout(kill, point.afterMs);
      return;
    }
    const skip = point.number - 1;
    const play = { kind: `cut-${point.when}`, cut: kill } as const;
    if (point.service === 'slack') world.slack.fault({ method: point.call, skip, play });
    else world.rooms.fault({ operation: point.call as RoomsFault['operation'], skip, play });
  });
}

export function wordsFor(point: KillPoint): string {
  if ('afterMs' in point) return `${point.afterMs} ms after the command`;
  return `${point.when} ${point.call} ${point.number} took effect`;
}
