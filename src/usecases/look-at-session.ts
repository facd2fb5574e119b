import type { Delivery, Outcome } from '../domain/delivery.ts';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import { type PlanRules, planContext } from '../domain/plan/context.ts';
import { looksOf } from '../domain/plan/looks.ts';
import { heard, type Session, type SessionEvent } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomSessions, ToldRecording, ToldSession, ToldVisit } from '../ports/room-sessions.ts';
import { RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Sessions } from '../store/sessions.ts';
import { afterFault } from './after-fault.ts';

export type LookAtSession = (
  look: Pick<Delivery, 'meeting' | 'occurrence' | 'cause' | 'lostClaims'>,
) => Promise<Outcome>;

const LOOK_EVERY = { minutes: 1 };
/** A service that does not answer after the end is not asked for ever. */
const GIVE_UP_AFTER = { hours: 1 };

/**
 * Asks the video service who is in a room and hears it as if it had been reported, which makes up for reports that never
 * came. What they told is not asked for again until the last look, which asks for everything.
 */
export function makeLookAtSession(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly rooms: Pick<Rooms, 'ofMeeting'>;
  readonly sessions: Pick<Sessions, 'get' | 'change' | 'removeOf'>;
  readonly roomService: RoomSessions;
  readonly clock: Clock;
  readonly rules: PlanRules;
  readonly wake: () => void;
}): LookAtSession {
  const { meetings, rooms, sessions, roomService, clock, rules, wake } = deps;

  return async ({ meeting: id, occurrence, cause, lostClaims }) => {
    const now = clock.now();
    const [meeting, begun] = await Promise.all([meetings.find(id), rooms.ofMeeting(id)]);
    if (!meeting) return { kind: 'dropped', reason: 'no longer wanted' };
    const looks = looksOf(planContext({ meeting, seats: [], rooms: begun, now, rules }), occurrence);
    if (looks?.cause !== cause) return { kind: 'dropped', reason: 'the meeting was moved' };
    if (now > looks.until.plus(GIVE_UP_AFTER)) return { kind: 'dropped', reason: 'the meeting is long over' };
    const isLast = now >= looks.until;
    const next: Outcome = isLast ? { kind: 'done' } : { kind: 'later', at: now.plus(LOOK_EVERY) };
    const room = begun.find((one) => one.occurrence === occurrence);
    if (!room?.roomId) return next;
    try {
      const events = await ask(room.roomId, await sessions.get(id, occurrence), isLast);
      const isNews = await sessions.change(id, occurrence, (session) => events.reduce(heard, session));
      // A look that was cut short may have written what it found, and told nobody.
      if (isNews || lostClaims > 0) await passOn(id);
      return next;
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
      return error.retryable && !isLast && error.kind !== 'throttled' ? next : afterFault(error);
    }
  };

  async function ask(roomId: string, known: Session, asksAll: boolean): Promise<SessionEvent[]> {
    const told = await roomService.sessionsOf(roomId);
    const asked = told.filter(({ sessionId }) => asksAll || !hasEnded(known, sessionId));
    const events: SessionEvent[] = [];
    for (const session of asked) events.push(...eventsOf(session, await roomService.visitsOf(session.sessionId)));
    if (told.length === 0) return [];
    return [...events, ...(await roomService.recordingsOf(roomId)).map(recorded)];
  }

  async function passOn(id: MeetingId): Promise<void> {
    await meetings.replan(id, clock.now());
    wake();
    if (!(await meetings.find(id))) await sessions.removeOf(id);
  }
}

function hasEnded({ runs }: Session, run: string): boolean {
  return runs.some(({ id, endedAt }) => id === run && endedAt !== null);
}

/** What would have been reported of a session. */
function eventsOf({ sessionId: run, startedAt, endedAt }: ToldSession, visits: readonly ToldVisit[]): SessionEvent[] {
  const moves = visits.flatMap(({ peer, personId, joinedAt, leftAt }): SessionEvent[] => {
    if (personId === null) return [];
    const who = { run, peer, person: personId as InviteeId };
    return [
      ...(joinedAt ? [{ kind: 'joined', ...who, at: joinedAt } as const] : []),
      ...(leftAt ? [{ kind: 'left', ...who, at: leftAt } as const] : []),
    ];
  });
  return [
    ...(startedAt ? [{ kind: 'started', run, at: startedAt } as const] : []),
    ...moves,
    ...(endedAt ? [{ kind: 'ended', run, at: endedAt } as const] : []),
  ];
}

function recorded({ recordingId: id, ...recording }: ToldRecording): SessionEvent {
  return { kind: 'recorded', recording: { id, ...recording } };
}
