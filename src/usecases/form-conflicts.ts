import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conflict, ConflictsOf } from './conflicts-of.ts';
import { type FilledForm, readForm } from './form.ts';

/** Who of those in a form is double-booked at its time; nobody where it says no time yet. */
export type FormConflicts = (
  workspace: WorkspaceId,
  viewer: SlackUserId,
  filled: FilledForm,
  except: MeetingId | null,
) => Promise<Conflict[]>;

export function makeFormConflicts(conflictsOf: ConflictsOf, clock: Clock): FormConflicts {
  return async (workspace, viewer, filled, except) => {
    // What else the form lacks does not matter here.
    const read = readForm({ ...filled, title: '-', repetition: 'none' }, clock.now());
    if (!read.ok) return [];
    const { startsAt, length } = read.value;
    const users = [...new Set([viewer, ...filled.users])];
    return conflictsOf({ workspace, viewer, users, startsAt, endsAt: startsAt.plus(length), except });
  };
}
