import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import type { Surfaces } from '../../ports/surfaces.ts';
import type { AnswerMeeting } from '../../usecases/answer-meeting.ts';
import type { AskDoctor } from '../../usecases/ask-doctor.ts';
import type { DecideDraft } from '../../usecases/decide-draft.ts';
import type { DecideProposal } from '../../usecases/decide-proposal.ts';
import type { DoDeed } from '../../usecases/do-deed.ts';
import type { FeedAddressOf, ReplaceFeedAddress } from '../../usecases/feed-address.ts';
import type { HomeTabs } from '../../usecases/home-tabs.ts';
import type { LookAtHome } from '../../usecases/look-at-home.ts';
import type { LookAtMeeting } from '../../usecases/look-at-meeting.ts';
import type { SaveSettings, SettingsOf } from '../../usecases/personal-settings.ts';
import type { ProposeTime } from '../../usecases/propose-time.ts';
import type { ReaderOf } from '../../usecases/reader-of.ts';
import type { ResendUnreached } from '../../usecases/resend-unreached.ts';
import type { UnderstandVerb } from '../../usecases/understand-verb.ts';
import type { UndoMeeting } from '../../usecases/undo-meeting.ts';
import { makeAnswerVerb } from './answering-verb.ts';
import { makeOtherCommands, type OtherCommands } from './commands/other-commands.ts';
import { registerFeedButtons } from './feed-buttons.ts';
import type { OpenEdit } from './form/opening-edit.ts';
import { registerHome } from './home.ts';
import { registerMeetingButtons } from './meeting-buttons.ts';
import { registerMeetingModals } from './meeting-modals.ts';
import { makeOpenProposal, registerProposals } from './proposals.ts';
import { refreshHomeAfterwards } from './refresh-home.ts';
import { makeSettingsModalFor } from './settings-modal-for.ts';
import { makeShowHome } from './show-home.ts';
import type { ShowModal } from './showing-modal.ts';
import { registerVerbButtons, type ScheduleNew } from './verb-buttons.ts';

export interface VerbUseCases {
  readonly understandVerb: UnderstandVerb;
  readonly doDeed: DoDeed;
  readonly lookAtMeeting: LookAtMeeting;
  readonly lookAtHome: LookAtHome;
  readonly answerMeeting: AnswerMeeting;
  readonly resendUnreached: ResendUnreached;
  readonly decideDraft: DecideDraft;
  readonly settingsOf: SettingsOf;
  readonly saveSettings: SaveSettings;
  readonly askDoctor: AskDoctor;
  readonly feedAddressOf: FeedAddressOf;
  readonly replaceFeedAddress: ReplaceFeedAddress;
  readonly proposeTime: ProposeTime;
  readonly decideProposal: DecideProposal;
  readonly homeTabs: HomeTabs;
  readonly readerOf: ReaderOf;
  readonly surfaces: Surfaces;
  readonly guestsAllowed: boolean;
}

/** Buttons, modals and the Home tab for meetings that are there. @returns what the command asks before it schedules */
export function registerVerbs(
  app: App,
  deps: VerbUseCases & {
    readonly undoMeeting: UndoMeeting;
    readonly command: string;
    readonly scheduleNew: ScheduleNew;
    readonly openEdit: OpenEdit;
    readonly showModal: ShowModal;
    readonly clock: Clock;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): OtherCommands {
  const showHome = makeShowHome(deps);
  refreshHomeAfterwards(app, { ...deps, showHome });
  const answerVerb = makeAnswerVerb(deps);
  registerVerbButtons(app, { ...deps, answerVerb });
  registerMeetingButtons(app, { ...deps, openProposal: makeOpenProposal(deps) });
  registerProposals(app, deps);
  registerMeetingModals(app, deps);
  const settingsModalFor = makeSettingsModalFor(deps);
  registerHome(app, { ...deps, showHome, settingsModalFor });
  registerFeedButtons(app, { ...deps, showHome, settingsModalFor });
  return makeOtherCommands({ ...deps, answerVerb, settingsModalFor });
}
