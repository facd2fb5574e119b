import type { App, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import { newReference } from '../../log/reference.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DecideDraft, Decision } from '../../usecases/decide-draft.ts';
import type { LocaleOf } from '../../usecases/locale-of.ts';
import { originOf } from '../origin-of.ts';
import { words } from '../views/blocks.ts';
import { draftProblemText } from '../views/draft-problem-text.ts';
import { CHOOSE_START, DISCARD_DRAFT, preview, readDraftValue, SEND_DRAFT } from '../views/preview.ts';
import type { Rendered } from '../views/render-message.ts';
import { scheduledAnswer } from '../views/scheduled-answer.ts';
import { respondingTo } from './responding-to.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** The buttons of a preview: choose a time, send it, put it away. The preview is replaced by what became of it. */
export function registerPreviewButtons(
  app: App,
  deps: {
    readonly decideDraft: DecideDraft;
    readonly localeOf: LocaleOf;
    readonly clock: Clock;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error'>;
  },
): void {
  const { decideDraft, localeOf, clock, apiUrl, log } = deps;
  const onPress = (toDecision: (startsAtSeconds: number | null) => Decision | null) => async (press: Press) => {
    await press.ack();
    const { text, blocks } = await decide(press, toDecision).catch(afterFault);
    const respond = respondingTo(press.body.response_url, press.respond, apiUrl);
    await respond({ replace_original: true, response_type: 'ephemeral', text, blocks });
  };
  app.action<BlockAction<ButtonAction>>(
    SEND_DRAFT,
    onPress(() => ({ kind: 'send' })),
  );
  app.action<BlockAction<ButtonAction>>(
    DISCARD_DRAFT,
    onPress(() => ({ kind: 'discard' })),
  );
  app.action<BlockAction<ButtonAction>>(
    CHOOSE_START,
    onPress((seconds) => (seconds === null ? null : { kind: 'choose', startsAt: DateTime.fromSeconds(seconds) })),
  );

  async function decide(
    { body, action }: Press,
    toDecision: (startsAtSeconds: number | null) => Decision | null,
  ): Promise<Rendered> {
    const value = readDraftValue(action.value ?? '');
    const decision = value && toDecision(value.startsAtSeconds);
    const { workspace } = originOf(body);
    const user = body.user.id as SlackUserId;
    const locale = await localeOf(workspace, user);
    if (!value || !decision) return words(draftProblemText({ kind: 'unknown-draft' }, locale));
    const decided = await decideDraft({ workspace, meeting: value.meeting, user, decision });
    if (!decided.ok) return words(draftProblemText(decided.problem, locale));
    const scheduled = { ...decided.value, left: [], conflicts: [], isZoneAssumed: false, locale };
    switch (scheduled.meeting.status) {
      case 'draft':
        return preview(scheduled, clock.now());
      case 'discarded':
        return words('Discarded. Nothing was sent.');
      default:
        return scheduledAnswer(scheduled, clock.now());
    }
  }

  function afterFault(error: unknown): Rendered {
    const reference = newReference();
    log.error({ reference, err: error }, 'a press on a preview failed');
    return words(
      `Something broke on our side, so nothing was sent. Please type the command again. (Reference ${reference})`,
    );
  }
}
