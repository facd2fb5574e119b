import { App, ExpressReceiver } from '@slack/bolt';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { DecideDraft } from '../usecases/decide-draft.ts';
import type { ExplainReading } from '../usecases/explain-reading.ts';
import type { LocaleOf } from '../usecases/locale-of.ts';
import type { ScheduleMeeting } from '../usecases/schedule-meeting.ts';
import { slackClientOptions } from './client-options.ts';
import { registerJoinButton } from './listeners/join-button.ts';
import { registerMeetCommand } from './listeners/meet-command.ts';
import { registerPreviewButtons } from './listeners/preview-buttons.ts';
import { makeScheduleNew } from './listeners/scheduling-new.ts';
import { registerVerbs, type VerbUseCases } from './listeners/verbs.ts';
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
    readonly verbs: Omit<VerbUseCases, 'decideDraft'>;
  };
  readonly clock: Clock;
  readonly log: Logger;
}): Router {
  const { signingSecret, botToken, apiUrl, command, useCases, clock, log } = deps;
  const { scheduleMeeting, explainReading, decideDraft, localeOf, verbs } = useCases;
  const receiver = new ExpressReceiver({ signingSecret, logger: quietSlackLogger, bodyLimit: '1mb' });
  const app = new App({
    receiver,
    // The token is given; asking Slack who we are first would make every command wait for it.
    authorize: async () => ({ botToken }),
    ignoreSelf: false,
    logger: quietSlackLogger,
    clientOptions: slackClientOptions(apiUrl, CALL_MAY_TAKE_MS),
  });
  const scheduleNew = makeScheduleNew({ command, scheduleMeeting, clock });
  const otherCommands = registerVerbs(app, { ...verbs, decideDraft, command, scheduleNew, clock, apiUrl, log });
  registerMeetCommand(app, { command, otherCommands, scheduleMeeting, explainReading, clock, apiUrl, log });
  registerPreviewButtons(app, { decideDraft, localeOf, clock, apiUrl, log });
  registerJoinButton(app);
  app.error(async (error) => log.error({ err: error }, 'a request from Slack failed'));
  return receiver.router as Router;
}
