import { attendanceNote } from '../domain/attendance-note.ts';
import type { Outcome } from '../domain/delivery.ts';
import { inviteeOf } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { attendanceCause } from '../domain/plan/attendance.ts';
import type { PlanRules } from '../domain/plan/context.ts';
import { useOf } from '../domain/room-use.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import { afterFault } from './after-fault.ts';
import { readerOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';

const LOOK_AGAIN = { minutes: 2 };

/** Tells the organizer who came, as soon as everybody has left. */
export function makeTellAttendance(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'ofMeeting'>;
  readonly sessions: Pick<Sessions, 'get'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly messenger: Messenger;
  readonly rules: PlanRules;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, sessions, directory, messenger, rules, clock } = deps;

  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const occurrence = meeting && occurrenceOf(meeting, delivery.occurrence);
    const reader = meeting && delivery.invitee && inviteeOf(meeting, delivery.invitee);
    if (!meeting || !occurrence || !reader || meeting.status !== 'scheduled' || occurrence.isCancelled) return OUTDATED;
    if (attendanceCause(occurrence) !== delivery.cause || reader.user !== meeting.organizer) return OUTDATED;
    const now = clock.now();
    const session = await sessions.get(meeting.id, occurrence.key);
    // Who may still come back is waited for.
    const isOn = useOf(session, occurrence, rules).inside.length > 0;
    if (isOn && now < occurrence.endsAt.plus(rules.returnFor)) return { kind: 'later', at: now.plus(LOOK_AGAIN) };
    const note = attendanceNote(meeting, occurrence, session, await seats.ofMeeting(meeting.id), now, rules);
    if (!note) return { kind: 'dropped', reason: 'nothing to tell' };
    const { title, organizer, workspace } = meeting;
    const { startsAt } = occurrence;
    try {
      const person = await directory.person(workspace, organizer);
      const message = { kind: 'attendance', title, startsAt, note, reader: readerOf(person, meeting) } as const;
      await postOnce(messenger, delivery, organizer, message, stillMine);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  };
}

const OUTDATED: Outcome = { kind: 'dropped', reason: 'outdated' };
