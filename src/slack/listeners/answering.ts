import type { AckFn, RespondArguments } from '@slack/bolt';
import type { Logger } from 'pino';
import { newReference } from '../../log/reference.ts';
import { StoreUnavailable } from '../../ports/documents.ts';
import type { Rendered } from '../views/render-message.ts';
import { words } from '../views/words.ts';

/** Slack gives up after 3 s (docs.slack.dev/interactivity/implementing-slash-commands). */
const ANSWER_WITHIN_MS = 2_500;

/**
 * Answers a command in time, whatever happens: with what was decided, or that it took too long and nothing was saved,
 * or that something broke, with a reference to the log.
 *
 * @param answer is told by the signal when the person has been answered; it may not store anything from then on
 */
export async function answering(
  ack: AckFn<string | RespondArguments>,
  answer: (signal: AbortSignal) => Promise<Rendered>,
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<void> {
  const timer = new AbortController();
  const tooSlow = new Promise<Rendered>((resolve) => {
    const timeout = setTimeout(() => {
      timer.abort();
      log.warn('a command could not be answered in time; nothing was saved');
      resolve(words('That took too long, so nothing was saved. Please try again in a moment.'));
    }, ANSWER_WITHIN_MS);
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  const decided = answer(timer.signal).catch((error: unknown) => afterFault(error, timer.signal, log));
  const { text, blocks } = await Promise.race([decided, tooSlow]);
  timer.abort();
  await ack({ response_type: 'ephemeral', text, blocks });
}

function afterFault(error: unknown, signal: AbortSignal, log: Pick<Logger, 'error'>): Rendered {
  const reference = newReference();
  // Giving up on somebody who has been answered is no fault; anything else is, also after the answer.
  if (error !== signal.reason) log.error({ reference, err: error }, 'a command failed');
  if (!(error instanceof StoreUnavailable)) {
    return words(
      `Something broke on our side, and nothing was saved. Please try again; if it stays, tell the person who runs this app the reference ${reference}.`,
    );
  }
  return error.mayBeSaved
    ? words(
        `The store was lost just then, so I cannot tell whether this was saved. If no message from me arrives within a few minutes, please try again. (Reference ${reference})`,
      )
    : words(
        `Meetings cannot be stored right now, so nothing was saved. Please try again in a moment. (Reference ${reference})`,
      );
}
