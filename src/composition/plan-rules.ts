import { Duration } from 'luxon';
import type { MeetingSettings } from '../config/meetings.ts';
import type { PlanRules } from '../domain/plan/context.ts';
import { doorRules } from './door-rules.ts';

/** The settings, as plans read them. */
export function planRules(meetings: MeetingSettings): PlanRules {
  return { ...doorRules(meetings), remindsBefore: Duration.fromObject({ minutes: meetings.reminderMinutes }) };
}
