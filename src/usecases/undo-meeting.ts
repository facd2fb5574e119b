import { withdraw } from '../domain/changes/cancel.ts';
import type { ChangeProblem } from '../domain/changes/changed.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Result } from '../domain/result.ts';
import type { Actor, ChangeMeeting, RightsProblem } from './change-meeting.ts';

export type UndoProblem = ChangeProblem | RightsProblem;

/** Takes a meeting back, and with it everything that was sent of it. Undoing twice is undoing once. */
export type UndoMeeting = (actor: Actor, meeting: MeetingId) => Promise<Result<Meeting, UndoProblem>>;

export function makeUndoMeeting(changeMeeting: ChangeMeeting<never>): UndoMeeting {
  return (actor, meeting) => changeMeeting(actor, meeting, 'undo', withdraw);
}
