import { Duration } from 'luxon';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { AgendaOf } from '../usecases/agenda-of.ts';
import type { AgreedMeetings } from '../usecases/agreed-meetings.ts';
import { makeConflictsOf } from '../usecases/conflicts-of.ts';
import { makeDecideDraft } from '../usecases/decide-draft.ts';
import { makeFormConflicts } from '../usecases/form-conflicts.ts';
import { makeNoticeRepetition } from '../usecases/notice-repetition.ts';
import { makeOpenForm } from '../usecases/open-form.ts';
import { type SettingsOf, withUsualLength } from '../usecases/personal-settings.ts';
import { makeProposeMeeting } from '../usecases/propose-meeting.ts';
import { makeScheduleMeeting } from '../usecases/schedule-meeting.ts';
import { makeSubmitForm } from '../usecases/submit-form.ts';
import type { Collections } from './collections.ts';

/** How a meeting comes to be, from a command, a form or a draft. */
export function makeScheduling(options: {
  readonly config: Config;
  readonly collections: Collections;
  readonly agreedMeetings: AgreedMeetings;
  readonly directory: Directory;
  readonly agendaOf: AgendaOf;
  readonly settingsOf: SettingsOf;
  readonly links: JoinLinks;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Logger;
}) {
  const { config, collections, agreedMeetings, directory, agendaOf, settingsOf, links, clock, wake, log } = options;
  const { meetings, seats, agenda, seen } = collections;
  const { defaultLengthMinutes, confirmFromPeople, undoSeconds } = config.meetings;
  const guestsAllowed = config.mail.guests;
  const conflictsOf = makeConflictsOf({ agendaOf, seats });
  const storing = { meetings, agreedMeetings, clock, guestsAllowed, wake, log };
  const proposeMeeting = withUsualLength(
    makeProposeMeeting({
      ...storing,
      agenda,
      conflictsOf,
      links,
      defaultLength: Duration.fromObject({ minutes: defaultLengthMinutes }),
      confirmFromPeople,
    }),
    settingsOf,
  );
  const noticeRepetition = makeNoticeRepetition({ seen, clock });
  const undoFor = Duration.fromObject({ seconds: undoSeconds });
  return {
    guestsAllowed,
    scheduleMeeting: makeScheduleMeeting({ meetings, directory, proposeMeeting, noticeRepetition, clock, log }),
    openForm: makeOpenForm({ meetings, directory, clock, settingsOf, log }),
    submitForm: makeSubmitForm({ ...storing, directory, proposeMeeting }),
    formConflicts: makeFormConflicts(conflictsOf, clock),
    decideDraft: makeDecideDraft({ meetings: agreedMeetings, links, clock, undoFor, wake }),
  };
}
