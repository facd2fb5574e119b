import { DateTime, Duration } from 'luxon';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { ClockView, Jump } from './contract.ts';
import type { ProblemCode } from './problems.ts';

const BEFORE_MEETING = Duration.fromObject({ minutes: 5 });
const FARTHEST = Duration.fromObject({ years: 1 });
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

export type JumpProblem = Extract<
  ProblemCode,
  'no_meeting' | 'meeting_too_close' | 'in_the_past' | 'not_a_time' | 'too_far'
>;

/**
 * The instant, in milliseconds since 1970, that a jump of the sandbox's clock leads to; always after `clock.now`.
 * @param zone in which local times are read
 */
export function planJump(jump: Jump, clock: ClockView, zone: string): Result<number, JumpProblem> {
  const now = DateTime.fromMillis(clock.now, { zone });
  const target = targetOf(jump, now, clock.nextMeeting?.startsAt ?? null);
  if (!target.ok) return target;
  if (target.value <= now) return refuse(jump.to === 'before-next-meeting' ? 'meeting_too_close' : 'in_the_past');
  if (target.value > now.plus(FARTHEST)) return refuse('too_far');
  return ok(target.value.toMillis());
}

function targetOf(jump: Jump, now: DateTime, nextStart: number | null): Result<DateTime, JumpProblem> {
  switch (jump.to) {
    case 'before-next-meeting':
      if (nextStart === null) return refuse('no_meeting');
      return ok(DateTime.fromMillis(nextStart, { zone: now.zone }).minus(BEFORE_MEETING));
    case 'later':
      return ok(now.plus({ minutes: jump.minutes }));
    case 'next-morning':
      return ok(now.plus({ days: 1 }).set({ hour: 8, minute: 0, second: 0, millisecond: 0 }));
    case 'local-time':
      return readLocalTime(jump.at, now);
  }
}

function readLocalTime(text: string, now: DateTime): Result<DateTime, JumpProblem> {
  if (!LOCAL_TIME.test(text)) return refuse('not_a_time');
  try {
    return ok(DateTime.fromISO(text, { zone: now.zone }));
  } catch {
    // The product makes luxon throw on dates that are not in the calendar, such as February 30th.
    return refuse('not_a_time');
  }
}
