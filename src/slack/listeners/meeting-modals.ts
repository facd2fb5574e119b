import type { App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import type { Verb } from '../../domain/rights.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { Deed } from '../../usecases/deed.ts';
import type { DeedProblem, DoDeed } from '../../usecases/do-deed.ts';
import type { LookAtMeeting, LookedAt } from '../../usecases/look-at-meeting.ts';
import type { ReaderOf } from '../../usecases/reader-of.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import { type PressValue, readPressValue } from '../views/actions.ts';
import { deedProblemText } from '../views/deed-problem-text.ts';
import { doneText } from '../views/done-text.ts';
import { CANCEL_MODAL, CANCEL_TITLE, readCancelModal } from '../views/modals/cancel-modal.ts';
import { HAND_OVER_MODAL, HAND_OVER_TITLE, SUCCESSOR } from '../views/modals/hand-over-modal.ts';
import { MOVE_MODAL, MOVE_TITLE, moveErrors, readMoveModal } from '../views/modals/move-modal.ts';
import {
  addressErrors,
  PEOPLE_MODAL,
  PEOPLE_TITLE,
  peopleErrors,
  readPeopleModal,
} from '../views/modals/people-modal.ts';
import { END_MODAL, END_TITLE, EXTEND_BY, EXTEND_MODAL, EXTEND_TITLE } from '../views/modals/running-modals.ts';
import { readScope } from '../views/modals/scope-field.ts';
import { readValues, type ViewValues } from '../views/modals/values.ts';
import { actorOf } from './actor-of.ts';
import { answeringSubmission, type Submitted } from './answering-submission.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction>;

/** What a modal asks for, read from its fields; errors where they do not say it. */
type ReadForm = (
  values: ViewValues,
  looked: LookedAt,
  press: PressValue,
) => Deed | { readonly errors: Record<string, string> };

interface Form {
  readonly title: string;
  readonly verb: Verb;
  readonly read: ReadForm;
  /** Where a problem stands; where nothing is said, in place of the modal. */
  readonly errors?: (problem: DeedProblem, locale: string) => Record<string, string>;
}

const FORMS: Readonly<Record<string, Form>> = {
  [MOVE_MODAL]: {
    title: MOVE_TITLE,
    verb: 'move',
    read: (values, { meeting, occurrence }) => {
      const said = readMoveModal(values, meeting.startsAt.zoneName ?? 'UTC');
      if (!said.ok) return { errors: moveErrors(said.problem, '') };
      const place = { kind: 'move', meeting: meeting.id, occurrence: occurrence.key } as const;
      return { ...place, ...said.value, scope: readScope(said.value.scope) };
    },
    errors: moveErrors,
  },
  [CANCEL_MODAL]: {
    title: CANCEL_TITLE,
    verb: 'cancel',
    read: (values, { meeting, occurrence }) => {
      const { reason, scope } = readCancelModal(values);
      return { kind: 'cancel', meeting: meeting.id, occurrence: occurrence.key, scope: readScope(scope), reason };
    },
  },
  [PEOPLE_MODAL]: {
    title: PEOPLE_TITLE,
    verb: 'invite',
    read: (values, { meeting }) => {
      const { notAddresses, ...change } = readPeopleModal(values, meeting);
      return notAddresses.length > 0 ? { errors: addressErrors(notAddresses) } : { kind: 'people', ...change };
    },
    errors: (problem) => peopleErrors(problem),
  },
  [EXTEND_MODAL]: {
    title: EXTEND_TITLE,
    verb: 'extend',
    read: (values, { meeting, occurrence }, { startsAtSeconds }) => {
      const byMinutes = Number(readValues(values).option(EXTEND_BY)) || 15;
      const endsAt = startsAtSeconds === null ? occurrence.endsAt : DateTime.fromSeconds(startsAtSeconds);
      return { kind: 'extend', meeting: meeting.id, occurrence: occurrence.key, byMinutes, endsAt };
    },
  },
  [END_MODAL]: {
    title: END_TITLE,
    verb: 'end',
    read: (_, { meeting, occurrence }) => ({ kind: 'end', meeting: meeting.id, occurrence: occurrence.key }),
  },
  [HAND_OVER_MODAL]: {
    title: HAND_OVER_TITLE,
    verb: 'hand-over',
    read: (values, { meeting }) => {
      const user = readValues(values).user(SUCCESSOR);
      if (user === '') return { errors: { [SUCCESSOR]: 'Please choose somebody.' } };
      return { kind: 'hand-over', meeting: meeting.id, inCharge: user as SlackUserId };
    },
    errors: (problem, locale) => ({ [SUCCESSOR]: deedProblemText(problem, locale) }),
  },
};

/** What modals ask to be done to a meeting, if who sends them may, as it stands then. */
export function registerMeetingModals(
  app: App,
  deps: {
    readonly lookAtMeeting: LookAtMeeting;
    readonly doDeed: DoDeed;
    readonly readerOf: ReaderOf;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): void {
  const { lookAtMeeting, doDeed, readerOf, log } = deps;
  for (const [callback, form] of Object.entries(FORMS)) {
    app.view<ViewSubmitAction>(callback, async (submission) => {
      await answeringSubmission(submission.ack, form.title, log, () => submitted(form, submission));
    });
  }

  async function submitted(form: Form, { body, view }: Submission): Promise<Submitted> {
    const actor = actorOf(body);
    const press = readPressValue(view.private_metadata);
    const [reader, looked] = await Promise.all([
      readerOf(actor.workspace, actor.user),
      press && lookAtMeeting(actor, press.meeting, press.occurrence, form.verb),
    ]);
    if (!press || !looked) return { says: deedProblemText({ kind: 'unknown-meeting' }, reader.locale) };
    if (!looked.ok) return { says: deedProblemText(looked.problem, reader.locale) };
    const deed = form.read(view.state.values as ViewValues, looked.value, press);
    if ('errors' in deed) return deed;
    return perform(form, actor, deed, looked.value, reader, view.id);
  }

  async function perform(
    { errors }: Form,
    actor: Actor,
    deed: Deed,
    { meeting, occurrence }: LookedAt,
    reader: Reader,
    request: string,
  ): Promise<Submitted> {
    const done = await doDeed(actor, { deed, meeting, occurrence, isRelative: false }, request);
    if (!done.ok) {
      const says = deedProblemText(done.problem, reader.locale);
      return errors ? { errors: errors(done.problem, reader.locale) } : { says };
    }
    return { says: doneText(done.value, reader) };
  }
}
