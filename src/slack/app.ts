import { App, ExpressReceiver } from '@slack/bolt';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { AnswerMeeting } from '../usecases/answer-meeting.ts';
import type { DecideDraft } from '../usecases/decide-draft.ts';
import type { ExplainReading } from '../usecases/explain-reading.ts';
import type { LocaleOf } from '../usecases/locale-of.ts';
import type { ResendUnreached } from '../usecases/resend-unreached.ts';
import type { ScheduleMeeting } from '../usecases/schedule-meeting.ts';
import type { SnoozeReminder } from '../usecases/snooze-reminder.ts';
import type { UndoMeeting } from '../usecases/undo-meeting.ts';
import { slackClientOptions } from './client-options.ts';
import { registerAnswerButtons } from './listeners/answer-buttons.ts';
import { registerJoinButton } from './listeners/join-button.ts';
import { registerMeetCommand } from './listeners/meet-command.ts';
import { registerPreviewButtons } from './listeners/preview-buttons.ts';
import { registerResendButton } from './listeners/resend-button.ts';
import { registerSnoozeButton } from './listeners/snooze-button.ts';
import { registerUndoButton } from './listeners/undo-button.ts';
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
    readonly answerMeeting: AnswerMeeting;
    readonly snoozeReminder: SnoozeReminder;
    readonly undoMeeting: UndoMeeting;
    readonly resendUnreached: ResendUnreached;
  };
  readonly clock: Clock;
  readonly log: Logger;
}): Router {
  const { signingSecret, botToken, apiUrl, command, useCases, clock, log } = deps;
  const {
    scheduleMeeting,
    explainReading,
    decideDraft,
    localeOf,
    answerMeeting,
    snoozeReminder,
    undoMeeting,
    resendUnreached,
  } = useCases;
  const receiver = new ExpressReceiver({ signingSecret, logger: quietSlackLogger, bodyLimit: '1mb' });
  const app = new App({
    receiver,
    // The token is given; asking Slack who we are first would make every command wait for it.
    authorize: async () => ({ botToken }),
    ignoreSelf: false,
    logger: quietSlackLogger,
    clientOptions: slackClientOptions(apiUrl, CALL_MAY_TAKE_MS),
  });
  registerMeetCommand(app, { command, scheduleMeeting, explainReading, clock, apiUrl, log });
  registerPreviewButtons(app, { decideDraft, localeOf, clock, apiUrl, log });
  registerJoinButton(app);
  registerAnswerButtons(app, { answerMeeting, localeOf, apiUrl, log });
  registerSnoozeButton(app, { snoozeReminder, localeOf, apiUrl, log });
  registerUndoButton(app, { undoMeeting, apiUrl, log });
  registerResendButton(app, { resendUnreached, apiUrl, log });
  app.error(async (error) => log.error({ err: error }, 'a request from Slack failed'));
  return receiver.router as Router;
}
