import { Duration } from 'luxon';
import type { MeetingSettings } from '../config/meetings.ts';
import type { DoorRules } from '../domain/access.ts';

/** The settings, as the door reads them. */
export function doorRules(meetings: MeetingSettings): DoorRules {
  const minutes = (count: number) => Duration.fromObject({ minutes: count });
  return {
    guestsBefore: minutes(meetings.joinOpensMinutes),
    hostsBefore: minutes(meetings.hostOpensMinutes),
    closesAfter: minutes(meetings.joinClosesMinutes),
    returnFor: minutes(meetings.returnMinutes),
    waitForHost: meetings.waitForHost,
  };
}
