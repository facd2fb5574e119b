import { App, ExpressReceiver } from '@slack/bolt';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { DecideDraft } from '../usecases/decide-draft.ts';
import type { ExplainReading } from '../usecases/explain-reading.ts';
import type { FormConflicts } from '../usecases/form-conflicts.ts';
import type { GetMyLink } from '../usecases/get-my-link.ts';
import type { LocaleOf } from '../usecases/locale-of.ts';
import type { OpenForm } from '../usecases/open-form.ts';
import type { ScheduleMeeting } from '../usecases/schedule-meeting.ts';
import type { SubmitForm } from '../usecases/submit-form.ts';
import { slackClientOptions } from './client-options.ts';
import { registerFormChanges } from './listeners/form/form-changes.ts';
import { registerFormOpeners } from './listeners/form/form-openers.ts';
import { registerFormSubmission } from './listeners/form/form-submission.ts';
import { makeOpenModal } from './listeners/form/opening-modals.ts';
import { makeShowing } from './listeners/form/showing.ts';
import { registerJoinButton } from './listeners/join-button.ts';
import { registerLinkButton } from './listeners/link-button.ts';
import { registerMeetCommand } from './listeners/meet-command.ts';
import { registerPreviewButtons } from './listeners/preview-buttons.ts';
import { quietSlackLogger } from './quiet-logger.ts';

/** Somebody is waiting for the answer. */
const CALL_MAY_TAKE_MS = 2_500;

/** Everything that Slack sends, as a router for `POST /slack/events`. */
export function slackRoutes(deps: {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly apiUrl: string;
  readonly command: string;
  readonly useCases: {
    readonly scheduleMeeting: ScheduleMeeting;
    readonly explainReading: ExplainReading;
    readonly decideDraft: DecideDraft;
    readonly localeOf: LocaleOf;
    readonly openForm: OpenForm;
    readonly submitForm: SubmitForm;
    readonly formConflicts: FormConflicts;
    readonly getMyLink: GetMyLink;
    readonly directory: Directory;
    readonly guestsAllowed: boolean;
  };
  readonly clock: Clock;
  readonly log: Logger;
}): Router {
  const { signingSecret, botToken, apiUrl, command, useCases, clock, log } = deps;
  const { decideDraft, localeOf, openForm, submitForm } = useCases;
  const receiver = new ExpressReceiver({ signingSecret, logger: quietSlackLogger, bodyLimit: '1mb' });
  const app = new App({
    receiver,
    // The token is given; asking Slack who we are first would make every command wait for it.
    authorize: async () => ({ botToken }),
    ignoreSelf: false,
    logger: quietSlackLogger,
    clientOptions: slackClientOptions(apiUrl, CALL_MAY_TAKE_MS),
  });
  const showing = makeShowing({ ...useCases, log });
  const openModal = makeOpenModal(showing, log);
  registerMeetCommand(app, { ...useCases, command, openModal, clock, apiUrl, log });
  registerFormOpeners(app, openForm, openModal);
  registerFormChanges(app, { ...useCases, showing, clock, log });
  registerFormSubmission(app, { submitForm, decideDraft, localeOf, clock, log });
  registerPreviewButtons(app, { decideDraft, localeOf, clock, apiUrl, log });
  registerLinkButton(app, { getMyLink: useCases.getMyLink, apiUrl, log });
  registerJoinButton(app);
  app.error(async (error) => log.error({ err: error }, 'a request from Slack failed'));
  return receiver.router as Router;
}
