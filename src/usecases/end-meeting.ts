import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import { roomToMake } from '../domain/room.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Actor, RightsProblem } from './change-meeting.ts';
import type { IsAdmin } from './is-admin.ts';

export type EndProblem = RightsProblem | { readonly kind: 'not-running' };

/** Ends an occurrence for all: nobody comes in any more from this write on, and the service closes the room after it. */
export type EndMeeting = (actor: Actor, meeting: MeetingId, occurrence: string) => Promise<Result<Meeting, EndProblem>>;

export function makeEndMeeting(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'replan'>;
  readonly rooms: Pick<Rooms, 'begin' | 'change'>;
  readonly isAdmin: IsAdmin;
  readonly clock: Clock;
  readonly wake: () => void;
}): EndMeeting {
  const { meetings, rooms, isAdmin, clock, wake } = deps;

  return async ({ workspace, user }, id, key) => {
    const meeting = await meetings.get(workspace, id);
    if (!meeting) return refuse({ kind: 'unknown-meeting' });
    const mayEnd = may(meeting, user, 'end') || (await isAdmin(workspace, user));
    if (!mayEnd) return refuse({ kind: 'not-allowed', verb: 'end' });
    const occurrence = occurrenceOf(meeting, key);
    const now = clock.now();
    if (!occurrence || occurrence.isCancelled || now < occurrence.startsAt) return refuse({ kind: 'not-running' });
    await rooms.begin(roomToMake(id, key));
    await rooms.change(id, key, ({ endedAt }) => ({
      endedAt: endedAt && endedAt >= occurrence.startsAt ? endedAt : now,
    }));
    await meetings.replan(id, now);
    wake();
    return ok(meeting);
  };
}
