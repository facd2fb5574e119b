import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { MeetingId, SlackUserId } from '../../../domain/ids.ts';
import { newReference } from '../../../log/reference.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { DecideDraft } from '../../../usecases/decide-draft.ts';
import type { LocaleOf } from '../../../usecases/locale-of.ts';
import type { SubmitForm } from '../../../usecases/submit-form.ts';
import { originOf } from '../../origin-of.ts';
import { draftProblemText } from '../../views/draft-problem-text.ts';
import { CONFIRM_FORM, FIELD, FORM } from '../../views/form/fields.ts';
import { formErrors } from '../../views/form/form-errors.ts';
import { type ViewValues, valuesOf } from '../../views/form/form-values.ts';
import { readMetadata } from '../../views/form/metadata.ts';
import { confirmModal, FORM_TITLE, resultModal } from '../../views/form/modals.ts';
import { sayingModal } from '../../views/modals/modal.ts';

/** Slack gives up after 3 s (docs.slack.dev/interactivity/handling-user-interaction). */
const ANSWER_WITHIN_MS = 2_500;

const TOO_SLOW = 'That took too long, so nothing was saved. Please try again in a moment.';

/** Sending the form: an error stands under its field, a large meeting is asked about once more, and the result takes the form's place. */
export function registerFormSubmission(
  app: App,
  deps: {
    readonly submitForm: SubmitForm;
    readonly decideDraft: DecideDraft;
    readonly localeOf: LocaleOf;
    readonly clock: Clock;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): void {
  const { submitForm, decideDraft, localeOf, clock, log } = deps;

  app.view<ViewSubmitAction>(FORM, async ({ ack, body }) => {
    await ack(await inTime((signal) => submitted(body, signal)));
  });

  app.view<ViewSubmitAction>(CONFIRM_FORM, async ({ ack, body }) => {
    await ack(await inTime(() => confirmed(body)));
  });

  async function submitted(body: ViewSubmitAction, signal: AbortSignal): Promise<ViewResponseAction> {
    const { view, user } = body;
    const purpose = readMetadata(view.private_metadata);
    if (!purpose) return underTitle('This form is not known any more. Please open it again.');
    const values = view.state.values as ViewValues;
    const outcome = await submitForm({
      workspace: workspace(body),
      workspaceName: body.team?.domain ?? '',
      user: user.id as SlackUserId,
      view: view.id,
      purpose,
      filled: valuesOf(values),
      signal,
    });
    if (!outcome.ok) {
      const errors = formErrors(outcome.problem, await localeOf(workspace(body), user.id as SlackUserId));
      return { response_action: 'errors', errors: onFields(errors, values) };
    }
    const scheduled = outcome.value;
    const next =
      scheduled.meeting.status === 'draft'
        ? confirmModal(scheduled)
        : resultModal(scheduled, purpose.kind === 'edit', clock.now());
    return { response_action: 'update', view: next };
  }

  async function confirmed(body: ViewSubmitAction): Promise<ViewResponseAction> {
    const user = body.user.id as SlackUserId;
    const meeting = body.view.private_metadata as MeetingId;
    const decided = await decideDraft({ workspace: workspace(body), meeting, user, decision: { kind: 'send' } });
    const locale = await localeOf(workspace(body), user);
    const view = decided.ok
      ? resultModal({ ...decided.value, ...NOTHING_MORE, locale }, false, clock.now())
      : sayingModal(FORM_TITLE, draftProblemText(decided.problem, locale));
    return { response_action: 'update', view };
  }

  /** Whatever happens, somebody who waits is told in words. */
  async function inTime(answer: (signal: AbortSignal) => Promise<ViewResponseAction>): Promise<ViewResponseAction> {
    const answered = new AbortController();
    const decided = answer(answered.signal).catch((error: unknown) => {
      // Giving up on somebody who has been answered is no fault.
      if (error === answered.signal.reason) return underTitle(TOO_SLOW);
      const reference = newReference();
      log.error({ reference, err: error }, 'a form failed');
      return saying(`Something broke on our side, so please look whether it was saved. (Reference ${reference})`);
    });
    const inTime = await Promise.race([decided, timeIsUp()]);
    answered.abort();
    if (!inTime) log.warn('a form could not be answered in time');
    return inTime ?? underTitle(TOO_SLOW);
  }
}

const NOTHING_MORE = { left: [], conflicts: [], isZoneAssumed: false } as const;

function workspace(body: ViewSubmitAction) {
  return originOf(body).workspace;
}

function underTitle(text: string): ViewResponseAction {
  return { response_action: 'errors', errors: { [FIELD.title]: text } };
}

function saying(text: string): ViewResponseAction {
  return { response_action: 'update', view: sayingModal(FORM_TITLE, text) };
}

/** Slack refuses an error under a field that the form does not have. */
function onFields(errors: Record<string, string>, values: ViewValues): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([id, text]) => [id in values ? id : FIELD.title, text]));
}

function timeIsUp(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN_MS, null).unref();
  });
}
