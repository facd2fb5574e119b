import type { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';

/** From when the time counts that a meeting is kept: its end, or the day it was made where it never took place. */
export function agesFrom({ status, createdAt, endsAt }: Meeting): DateTime {
  return status === 'draft' || status === 'discarded' ? createdAt : endsAt;
}
