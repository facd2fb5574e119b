import type { AckFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Logger } from 'pino';
import { newReference } from '../../../log/reference.ts';
import { FORM_TITLE } from '../../views/form/modals.ts';
import { sayingModal } from '../../views/modals/modal.ts';

/** Errors under fields of the form, or what takes its place. */
export type FormAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** Slack gives up after 3 s (docs.slack.dev/interactivity/handling-user-interaction). */
const ANSWER_WITHIN_MS = 2_500;

/**
 * Answers a form in time, whatever happens: with what was decided, or `tooSlow`, which says that nothing was saved, or that
 * something broke. Where something was decided after all, since it was being stored when the time was up, that is said too.
 *
 * @param answer is told by the signal when the person has been answered; it may not begin to store anything from then on
 * @param later shows a view in the place of the form, or wherever its sender sees it
 */
export async function answeringForm(
  ack: AckFn<FormAnswer>,
  tooSlow: FormAnswer,
  answer: (signal: AbortSignal) => Promise<FormAnswer>,
  later: (view: ModalView) => Promise<unknown>,
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<void> {
  const answered = new AbortController();
  const decided = answer(answered.signal).catch((error: unknown): FormAnswer | null => {
    // Giving up on somebody who has been answered is no fault.
    if (answered.signal.aborted && error === answered.signal.reason) return null;
    const reference = newReference();
    log.error({ reference, err: error }, 'a form failed');
    const says = `Something broke on our side, so please look whether it was saved. (Reference ${reference})`;
    return { response_action: 'update', view: sayingModal(FORM_TITLE, says) };
  });
  const inTime = await Promise.race([decided, timeIsUp()]);
  answered.abort();
  if (inTime) {
    await ack(inTime);
    return;
  }
  log.warn('a form could not be answered in time');
  await ack(tooSlow);
  const late = await decided;
  // What was refused was not saved either.
  if (late?.response_action === 'update') await later(late.view);
}

function timeIsUp(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN_MS, null).unref();
  });
}
