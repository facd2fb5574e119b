import { DateTime } from 'luxon';
import type { Clock } from '../ports/clock.ts';

export const systemClock: Clock = { now: () => DateTime.utc() };
