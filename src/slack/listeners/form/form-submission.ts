import type { App, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { MeetingId, SlackUserId } from '../../../domain/ids.ts';
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
import { afterAll, againModal, confirmModal, FORM_TITLE, resultModal } from '../../views/form/modals.ts';
import { sayingModal } from '../../views/modals/modal.ts';
import { answeringForm, type FormAnswer } from './answering-form.ts';

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

  app.view<ViewSubmitAction>(FORM, async ({ ack, body, client }) => {
    const tooSlow = underTitle(TOO_SLOW);
    await answeringForm(ack, tooSlow, (signal) => submitted(body, signal), showingLater(client, body), log);
  });

  app.view<ViewSubmitAction>(CONFIRM_FORM, async ({ ack, body, client }) => {
    const tooSlow = { response_action: 'update', view: againModal(body.view, TOO_SLOW) } as const;
    await answeringForm(ack, tooSlow, (signal) => confirmed(body, signal), showingLater(client, body), log);
  });

  async function submitted(body: ViewSubmitAction, signal: AbortSignal): Promise<FormAnswer> {
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

  async function confirmed(body: ViewSubmitAction, signal: AbortSignal): Promise<FormAnswer> {
    const user = body.user.id as SlackUserId;
    const meeting = body.view.private_metadata as MeetingId;
    const decision = { kind: 'send' } as const;
    const decided = await decideDraft({ workspace: workspace(body), meeting, user, decision, signal });
    const locale = await localeOf(workspace(body), user);
    const view = decided.ok
      ? resultModal({ ...decided.value, ...NOTHING_MORE, locale }, false, clock.now())
      : sayingModal(FORM_TITLE, draftProblemText(decided.problem, locale));
    return { response_action: 'update', view };
  }

  /** In the form's place, or in the direct message of a person who has closed it. */
  function showingLater(client: WebClient, { view: { id }, user }: ViewSubmitAction) {
    return async (view: ModalView) => {
      try {
        await client.views.update({ view_id: id, view });
      } catch (error) {
        log.warn({ err: error }, 'a form is closed: what came of it is said in a message');
        await client.chat.postMessage({ channel: user.id, ...afterAll(view) });
      }
    };
  }
}

const NOTHING_MORE = { left: [], conflicts: [], isZoneAssumed: false } as const;

function workspace(body: ViewSubmitAction) {
  return originOf(body).workspace;
}

function underTitle(text: string): FormAnswer {
  return { response_action: 'errors', errors: { [FIELD.title]: text } };
}

/** Slack refuses an error under a field that the form does not have. */
function onFields(errors: Record<string, string>, values: ViewValues): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([id, text]) => [id in values ? id : FIELD.title, text]));
}
