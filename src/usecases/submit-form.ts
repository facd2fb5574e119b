import type { Logger } from 'pino';
import { changedBy } from '../domain/changes/changed.ts';
import { type EditProblem, editMeeting } from '../domain/changes/edit-meeting.ts';
import { discardDraft } from '../domain/draft.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import type { AgreedMeetings, LimitProblem } from './agreed-meetings.ts';
import { askedPeople, type LookUp, type PeopleProblem } from './asked-people.ts';
import { faceOfForm } from './face-of-form.ts';
import { type FilledForm, type FormProblem, type FormPurpose, type ReadForm, readForm } from './form.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpGroups } from './look-up-groups.ts';
import { lookingUpPeople } from './look-up-people.ts';
import { shownStart } from './open-form.ts';
import type { ProposalProblem, ProposeMeeting } from './propose-meeting.ts';
import type { Scheduled } from './schedule-meeting.ts';

export interface FormSubmission {
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  readonly user: SlackUserId;
  /** Slack's id of the view: one form makes one meeting, however often it is sent. */
  readonly view: string;
  readonly purpose: FormPurpose;
  readonly filled: FilledForm;
  readonly signal: AbortSignal;
}

export type SubmissionProblem =
  | FormProblem
  | ProposalProblem
  | PeopleProblem
  | EditProblem
  | LimitProblem
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'zone-unknown' };

/** A new meeting, a draft of one, or the meeting as it was edited. */
export type SubmitForm = (submission: FormSubmission) => Promise<Result<Scheduled, SubmissionProblem>>;

const LOOKUP_MS = 1_500;

export function makeSubmitForm(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'change'>;
  readonly agreedMeetings: Pick<AgreedMeetings, 'change'>;
  readonly directory: Directory;
  readonly proposeMeeting: ProposeMeeting;
  readonly clock: Clock;
  readonly guestsAllowed: boolean;
  readonly wake: () => void;
  readonly log: Pick<Logger, 'warn'>;
}): SubmitForm {
  const { meetings, agreedMeetings, directory, proposeMeeting, clock, guestsAllowed, wake, log } = deps;

  return async (submission) => {
    const { workspace, user, purpose, filled } = submission;
    const read = readForm(filled, clock.now());
    if (!read.ok) return read;
    const lookUp = {
      person: lookingUpPeople(directory, workspace, LOOKUP_MS, log),
      group: lookingUpGroups(directory, workspace, LOOKUP_MS, log),
    };
    return purpose.kind === 'schedule'
      ? schedule(submission, purpose.replaces, read.value, lookUp)
      : edit(submission, purpose, read.value, lookUp, user);
  };

  async function schedule(
    { workspace, workspaceName, user, view, filled, signal }: FormSubmission,
    replaces: MeetingId | null,
    { title, notes, startsAt, length, rule }: ReadForm,
    lookUp: LookUp,
  ): Promise<Result<Scheduled, SubmissionProblem>> {
    const organizer = await lookUp.person(user);
    if (!organizer || organizer === 'unanswered') return refuse({ kind: 'zone-unknown' });
    const { users, groups, channels, emails, isPublic, waitForHost } = filled;
    const access = isPublic ? ('public' as const) : ('invited' as const);
    const proposed = await proposeMeeting({
      workspace,
      workspaceName,
      request: `form ${view}`,
      organizer,
      title,
      startsAt,
      wishes: { users, groups, channels, emails, unresolved: [], notes, length, rule, access, waitForHost },
      doubts: [],
      lookUp,
      signal,
    });
    if (!proposed.ok) return proposed;
    if (replaces) await putAway(workspace, replaces, user);
    return ok({ ...proposed.value, locale: organizer.locale ?? USUAL_LOCALE, isZoneAssumed: false });
  }

  async function edit(
    { workspace, filled, signal }: FormSubmission,
    { meeting: id, seen }: Extract<FormPurpose, { kind: 'edit' }>,
    form: ReadForm,
    lookUp: LookUp,
    user: SlackUserId,
  ): Promise<Result<Scheduled, SubmissionProblem>> {
    const before = await meetings.get(workspace, id);
    if (!before || !may(before, user, 'edit')) return refuse({ kind: 'not-allowed' });
    const asked = await askedPeople(filled, before.organizer, lookUp, guestsAllowed);
    if (!asked.ok) return asked;
    const { people, left } = asked.value;
    const now = clock.now();
    const save = (meeting: Meeting): Result<Meeting, SubmissionProblem> => {
      // Of who saves now, on the meeting as it is now.
      if (!may(meeting, user, 'edit')) return refuse({ kind: 'not-allowed' });
      const { title, notes } = form;
      const { groups, channels, isPublic, waitForHost } = filled;
      const access: Meeting['access'] = isPublic ? 'public' : 'invited';
      const time = changedTime(meeting, form);
      const wanted = { title, notes, time, access, waitForHost, people, groups, channels };
      const edited = editMeeting(meeting, wanted, now);
      if (faceOfForm(meeting) === seen) return edited.ok ? ok(changedBy(user, meeting, edited.value)) : edited;
      // Saving twice is saving once.
      const isSaved = edited.ok && faceOfForm(edited.value) === faceOfForm(meeting);
      return isSaved ? ok(meeting) : refuse({ kind: 'changed-meanwhile' });
    };
    const edited = await agreedMeetings.change(workspace, id, now, save, signal);
    wake();
    if (!edited) return refuse({ kind: 'not-allowed' });
    if (!edited.ok) return edited;
    const person = await lookUp.person(user);
    const locale = (person !== 'unanswered' && person?.locale) || USUAL_LOCALE;
    return ok({
      meeting: edited.value,
      left,
      conflicts: [],
      joinUrl: null,
      publicUrl: null,
      locale,
      isZoneAssumed: false,
    });
  }

  /** Null where the form shows the time as it is. */
  function changedTime(meeting: Meeting, { startsAt, length }: ReadForm): Pick<ReadForm, 'startsAt' | 'length'> | null {
    const isSameStart = startsAt.toMillis() === shownStart(meeting, clock.now()).startOf('minute').toMillis();
    const isSameLength = length.toMillis() === meeting.endsAt.diff(meeting.startsAt).toMillis();
    return isSameStart && isSameLength ? null : { startsAt, length };
  }

  /** The new meeting stands in its place; a draft that stays behind is sent to nobody. */
  async function putAway(workspace: WorkspaceId, draft: MeetingId, user: SlackUserId): Promise<void> {
    await meetings.change(workspace, draft, clock.now(), (meeting) =>
      meeting.organizer === user ? ok(discardDraft(meeting)) : ok(meeting),
    );
  }
}
