import type { AckFn, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Logger } from 'pino';
import { newReference } from '../../log/reference.ts';
import { sayingModal } from '../views/modals/modal.ts';

/** What becomes of a modal that was sent: words in its place, or errors under its fields. */
export type Submitted =
  | { readonly says: string }
  | { readonly errors: Record<string, string> }
  | { readonly view: ModalView };

/** Slack gives up after 3 s (docs.slack.dev/surfaces/modals). */
const ANSWER_WITHIN_MS = 2_500;
const SLOW =
  'This takes longer than usual. Please look at the meeting’s message in a moment: it shows what came of this.';

/** Does what a modal asks for, and shows in it what came of that, in time. */
export async function answeringSubmission(
  ack: AckFn<ViewResponseAction> | AckFn<void>,
  title: string,
  log: Pick<Logger, 'error' | 'warn'>,
  act: () => Promise<Submitted>,
): Promise<void> {
  const answer = ack as AckFn<ViewResponseAction>;
  const submitted = act().catch((error: unknown): Submitted => {
    const reference = newReference();
    log.error({ reference, err: error }, 'a modal could not be dealt with');
    return { says: `Something broke on our side. Please try again in a moment. (Reference ${reference})` };
  });
  const inTime = await Promise.race([submitted, timeIsUp()]);
  if (!inTime) log.warn('a modal could not be answered in time');
  const shown = inTime ?? { says: SLOW };
  if ('errors' in shown) {
    await answer({ response_action: 'errors', errors: shown.errors });
    return;
  }
  const view = 'view' in shown ? shown.view : sayingModal(title, shown.says);
  await answer({ response_action: 'update', view });
}

function timeIsUp(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN_MS, null).unref();
  });
}
