import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import type { AnswerMeeting } from '../../usecases/answer-meeting.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { DecideDraft, Decision } from '../../usecases/decide-draft.ts';
import type { HomeTabs } from '../../usecases/home-tabs.ts';
import type { SaveSettings } from '../../usecases/personal-settings.ts';
import type { ReaderOf } from '../../usecases/reader-of.ts';
import type { ResendUnreached } from '../../usecases/resend-unreached.ts';
import type { UndoMeeting } from '../../usecases/undo-meeting.ts';
import { readPressValue } from '../views/actions.ts';
import { resendProblemText } from '../views/answer-problem-text.ts';
import { draftProblemText } from '../views/draft-problem-text.ts';
import type { HomeNote } from '../views/home.ts';
import {
  HOME_ANSWERS,
  HOME_CHOOSE,
  HOME_DISCARD,
  HOME_JOIN,
  HOME_RESEND,
  HOME_SEND,
  HOME_SETTINGS,
  HOME_UNDO,
} from '../views/home-buttons.ts';
import { readSettingsModal, SETTINGS_MODAL, SETTINGS_TITLE, SETTINGS_ZONE } from '../views/modals/settings-modal.ts';
import type { ViewValues } from '../views/modals/values.ts';
import { partiesText } from '../views/mrkdwn.ts';
import { undoneText } from '../views/undone-text.ts';
import { zoneOptions } from '../views/zone-options.ts';
import { actorOf } from './actor-of.ts';
import { answeringSubmission } from './answering-submission.ts';
import type { SettingsModalFor } from './settings-modal-for.ts';
import type { ShowHome } from './show-home.ts';
import { type ShowModal, visitorOf } from './showing-modal.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** The Home tab and its buttons, and the settings, which `settings` opens too. What came of a press stands in the tab. */
export function registerHome(
  app: App,
  deps: {
    readonly showHome: ShowHome;
    readonly homeTabs: Pick<HomeTabs, 'noteOpened'>;
    readonly answerMeeting: AnswerMeeting;
    readonly resendUnreached: ResendUnreached;
    readonly decideDraft: DecideDraft;
    readonly undoMeeting: UndoMeeting;
    readonly settingsModalFor: SettingsModalFor;
    readonly saveSettings: SaveSettings;
    readonly readerOf: ReaderOf;
    readonly showModal: ShowModal;
    readonly apiUrl: string;
    readonly clock: Clock;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): void {
  const {
    showHome,
    homeTabs,
    answerMeeting,
    resendUnreached,
    decideDraft,
    undoMeeting,
    settingsModalFor,
    saveSettings,
    readerOf,
    showModal,
    apiUrl,
    clock,
    log,
  } = deps;

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const actor = actorOf(body);
    await Promise.all([showHome(actor), homeTabs.noteOpened(actor)]);
  });

  app.action(HOME_JOIN, async ({ ack }) => {
    await ack();
  });

  for (const [action, { is }] of Object.entries(HOME_ANSWERS)) {
    app.action<BlockAction<ButtonAction>>(action, (press) =>
      pressed(press, async ({ workspace, user }) => {
        const value = readPressValue(press.action.value ?? '');
        const startsAt = value?.startsAtSeconds ? DateTime.fromSeconds(value.startsAtSeconds) : null;
        const { meeting, occurrence } = value ?? {};
        if (!meeting || !occurrence) return null;
        const answered = await answerMeeting({ workspace, meeting, occurrence, who: { user }, is, startsAt });
        return answered.ok ? null : NOT_ANSWERED;
      }),
    );
  }

  const onDecision = (action: string | RegExp, toDecision: (startsAtSeconds: number | null) => Decision) => {
    app.action<BlockAction<ButtonAction>>(action, (press) =>
      pressed(press, async ({ workspace, user }) => {
        const value = readPressValue(press.action.value ?? '');
        if (!value) return null;
        const decision = toDecision(value.startsAtSeconds);
        const decided = await decideDraft({ workspace, meeting: value.meeting, user, decision });
        if (decided.ok) {
          const { meeting } = decided.value;
          return decision.kind === 'send' && meeting.status === 'scheduled' ? { sent: meeting } : null;
        }
        return draftProblemText(decided.problem, (await readerOf(workspace, user)).locale);
      }),
    );
  };
  onDecision(HOME_SEND, () => ({ kind: 'send' }));
  onDecision(HOME_DISCARD, () => ({ kind: 'discard' }));
  onDecision(HOME_CHOOSE, (seconds) => ({ kind: 'choose', startsAt: DateTime.fromSeconds(seconds ?? 0) }));

  app.action<BlockAction<ButtonAction>>(HOME_UNDO, (press) =>
    pressed(press, async (actor) => {
      const value = readPressValue(press.action.value ?? '');
      return value && undoneText(await undoMeeting(actor, value.meeting));
    }),
  );

  app.action<BlockAction<ButtonAction>>(HOME_RESEND, (press) =>
    pressed(press, async (actor) => {
      const value = readPressValue(press.action.value ?? '');
      if (!value) return null;
      const again = await resendUnreached({ ...actor, meeting: value.meeting, press: press.action.action_ts });
      return again.ok ? `Trying again to reach ${partiesText(again.value)}.` : resendProblemText(again.problem);
    }),
  );

  app.action<BlockAction<ButtonAction>>(HOME_SETTINGS, async (press) => {
    await press.ack();
    const visitor = visitorOf(press, apiUrl);
    await showModal(visitor, SETTINGS_TITLE, () => settingsModalFor(visitor));
  });

  app.options<'block_suggestion'>({ action_id: SETTINGS_ZONE, type: 'block_suggestion' }, async ({ ack, payload }) => {
    await ack({ options: zoneOptions(payload.value, clock.now()) });
  });

  app.view<ViewSubmitAction>(SETTINGS_MODAL, async ({ ack, body, view }) => {
    await answeringSubmission(ack, SETTINGS_TITLE, log, async () => {
      const chosen = readSettingsModal(view.state.values as ViewValues);
      if ('errors' in chosen) return chosen;
      const { workspace, user } = actorOf(body);
      await saveSettings(workspace, user, chosen);
      return { says: 'Saved.' };
    });
  });

  async function pressed({ ack, body }: Press, act: (actor: Actor) => Promise<HomeNote | null>): Promise<void> {
    await ack();
    const actor = actorOf(body);
    const note = await act(actor).catch((error: unknown): HomeNote => {
      log.error({ err: error }, 'a press in the Home tab failed');
      return 'Something broke on our side. Please try again in a moment.';
    });
    await showHome(actor, note);
  }
}

const NOT_ANSWERED =
  'That meeting was moved or cancelled in the meantime, so your answer was not saved. Please look at it again.';
