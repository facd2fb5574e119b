import { App, ExpressReceiver, type Receiver } from '@slack/bolt';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { DoorRules } from '../domain/access.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { AnswerMeeting } from '../usecases/answer-meeting.ts';
import type { BotTokenOf } from '../usecases/bot-token-of.ts';
import type { DecideDraft } from '../usecases/decide-draft.ts';
import type { ExplainReading } from '../usecases/explain-reading.ts';
import type { FormConflicts } from '../usecases/form-conflicts.ts';
import type { GetMyLink } from '../usecases/get-my-link.ts';
import type { GetRecordings } from '../usecases/get-recordings.ts';
import type { LocaleOf } from '../usecases/locale-of.ts';
import type { NoteRemoval } from '../usecases/note-removal.ts';
import type { OpenForm } from '../usecases/open-form.ts';
import type { PaceCommands } from '../usecases/pace-commands.ts';
import type { PartWith } from '../usecases/part-with.ts';
import type { ReplaceLink } from '../usecases/replace-link.ts';
import type { ResendUnreached } from '../usecases/resend-unreached.ts';
import type { ScheduleMeeting } from '../usecases/schedule-meeting.ts';
import type { SnoozeReminder } from '../usecases/snooze-reminder.ts';
import type { SubmitForm } from '../usecases/submit-form.ts';
import type { UndoMeeting } from '../usecases/undo-meeting.ts';
import { slackClientOptions } from './client-options.ts';
import { fetchAsWorkspace } from './fetch-as-workspace.ts';
import { registerAnswerButtons } from './listeners/answer-buttons.ts';
import { registerChannelButtons } from './listeners/channel-buttons.ts';
import { registerFormChanges } from './listeners/form/form-changes.ts';
import { registerFormOpeners } from './listeners/form/form-openers.ts';
import { registerFormSubmission } from './listeners/form/form-submission.ts';
import { makeOpenEdit } from './listeners/form/opening-edit.ts';
import { makeOpenModal } from './listeners/form/opening-modals.ts';
import { makeShowing } from './listeners/form/showing.ts';
import { registerJoinButton } from './listeners/join-button.ts';
import { registerMeetCommand } from './listeners/meet-command.ts';
import { admitNotTooFast } from './listeners/not-too-fast.ts';
import { admitOnlyInstalled, type IsInstalled } from './listeners/only-installed.ts';
import { registerPreviewButtons } from './listeners/preview-buttons.ts';
import { registerRemoval } from './listeners/removal.ts';
import { registerReplaceLinkButton } from './listeners/replace-link-button.ts';
import { registerResendButton } from './listeners/resend-button.ts';
import { makeScheduleNew } from './listeners/scheduling-new.ts';
import { makeShowModal } from './listeners/showing-modal.ts';
import { registerSnoozeButton } from './listeners/snooze-button.ts';
import { registerUndoButton } from './listeners/undo-button.ts';
import { registerUserChange } from './listeners/user-change.ts';
import { registerVerbs, type VerbUseCases } from './listeners/verbs.ts';
import { measuringAcks } from './measuring-acks.ts';
import { originOf, type SlackBody } from './origin-of.ts';
import { quietSlackLogger } from './quiet-logger.ts';
import { makeSocketMode, type SocketMode } from './socket-mode.ts';

/** Somebody is waiting for the answer. */
const CALL_MAY_TAKE_MS = 2_500;

export interface SlackApp {
  /** `POST /slack/events`. */
  readonly routes: Router;
  /** The same over a socket; null where there is no token for it. */
  readonly socket: SocketMode | null;
}

/** Everything that Slack sends, over HTTP and over a socket alike. */
export function makeSlackApp(deps: {
  readonly signingSecret: string;
  readonly appToken: string | null;
  readonly apiUrl: string;
  readonly command: string;
  readonly useCases: {
    readonly tokenOf: BotTokenOf;
    readonly scheduleMeeting: ScheduleMeeting;
    readonly explainReading: ExplainReading;
    readonly decideDraft: DecideDraft;
    readonly localeOf: LocaleOf;
    readonly openForm: OpenForm;
    readonly submitForm: SubmitForm;
    readonly formConflicts: FormConflicts;
    readonly getMyLink: GetMyLink;
    readonly getRecordings: GetRecordings;
    readonly directory: Directory;
    readonly guestsAllowed: boolean;
    readonly waitsUsually: DoorRules['waitForHost'];
    readonly answerMeeting: AnswerMeeting;
    readonly snoozeReminder: SnoozeReminder;
    readonly undoMeeting: UndoMeeting;
    readonly replaceLink: ReplaceLink;
    readonly resendUnreached: ResendUnreached;
    readonly partWith: PartWith;
    readonly isInstalled: IsInstalled;
    readonly noteRemoval: NoteRemoval;
    readonly paceCommands: PaceCommands;
    readonly verbs: Omit<VerbUseCases, 'decideDraft' | 'answerMeeting' | 'resendUnreached'>;
  };
  /** Told how many milliseconds each request took to be answered. */
  readonly acknowledged: (ms: number) => void;
  readonly clock: Clock;
  readonly log: Logger;
}): SlackApp {
  const { signingSecret, appToken, apiUrl, command, useCases, acknowledged, clock, log } = deps;
  const { tokenOf, scheduleMeeting, decideDraft, localeOf, openForm, submitForm, isInstalled, noteRemoval } = useCases;
  const { answerMeeting, snoozeReminder, undoMeeting, resendUnreached, verbs } = useCases;
  const http = new ExpressReceiver({ signingSecret, logger: quietSlackLogger, bodyLimit: '1mb' });
  const socket = appToken === null ? null : makeSocketMode({ appToken, apiUrl, log });
  const app = new App({
    receiver: measuringAcks(both(http, socket?.receiver ?? null), acknowledged),
    // Slack waits until this is answered, and Bolt keeps a client for each token it ever saw: the workspace's id stands
    // for its token until a call is made.
    authorize: async (_source, body) => ({ botToken: originOf(body as SlackBody).workspace }),
    ignoreSelf: false,
    logger: quietSlackLogger,
    clientOptions: { ...slackClientOptions(apiUrl, CALL_MAY_TAKE_MS), fetch: fetchAsWorkspace(tokenOf) },
  });
  admitOnlyInstalled(app, isInstalled, log);
  admitNotTooFast(app, useCases.paceCommands, log);
  const showing = makeShowing({ ...useCases, log });
  const showModal = makeShowModal(log);
  const openModal = makeOpenModal(showing, showModal);
  const openEdit = makeOpenEdit(openForm, openModal);
  const scheduleNew = makeScheduleNew({ command, scheduleMeeting, clock });
  const otherCommands = registerVerbs(app, {
    ...verbs,
    decideDraft,
    answerMeeting,
    resendUnreached,
    undoMeeting,
    command,
    scheduleNew,
    openEdit,
    showModal,
    clock,
    apiUrl,
    log,
  });
  registerMeetCommand(app, { ...useCases, command, otherCommands, openModal, clock, apiUrl, log });
  registerFormOpeners(app, { openForm, openModal, openEdit, apiUrl });
  registerFormChanges(app, { ...useCases, showing, clock, log });
  registerFormSubmission(app, { submitForm, decideDraft, localeOf, clock, log });
  registerPreviewButtons(app, { decideDraft, localeOf, clock, apiUrl, log });
  registerChannelButtons(app, { ...useCases, apiUrl, log });
  registerJoinButton(app);
  registerAnswerButtons(app, { answerMeeting, localeOf, apiUrl, log });
  registerSnoozeButton(app, { snoozeReminder, localeOf, apiUrl, log });
  registerUndoButton(app, { undoMeeting, apiUrl, log });
  registerReplaceLinkButton(app, { replaceLink: useCases.replaceLink, localeOf, apiUrl, log });
  registerResendButton(app, { resendUnreached, apiUrl, log });
  registerRemoval(app, noteRemoval);
  registerUserChange(app, { partWith: useCases.partWith, log });
  app.error(async (error) => log.error({ err: error }, 'a request from Slack failed'));
  return { routes: http.router as Router, socket };
}

/** The same listeners, whichever way a request comes; who starts and stops them is not Bolt's business. */
function both(http: Receiver, socket: Receiver | null): Receiver {
  return {
    init: (app) => {
      for (const receiver of socket ? [http, socket] : [http]) receiver.init(app);
    },
    start: async () => {},
    stop: async () => {},
  };
}
