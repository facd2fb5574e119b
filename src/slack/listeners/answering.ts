import type { AckFn, RespondArguments } from '@slack/bolt';
import type { Logger } from 'pino';
import { newReference } from '../../log/reference.ts';
import { StoreUnavailable } from '../../ports/documents.ts';
import { words } from '../views/blocks.ts';
import type { Rendered } from '../views/render-message.ts';

/** Slack gives up after 3 s (docs.slack.dev/interactivity/implementing-slash-commands). */
const ANSWER_WITHIN_MS = 2_500;

const TOO_SLOW = words('That took too long, so nothing was saved. Please try again in a moment.');

/**
 * Answers a command in time, whatever happens: with what was decided, or that it took too long and nothing was saved,
 * or that something broke, with a reference to the log. Where something was decided after all, since it was being stored
 * when the time was up, the person is told that too.
 *
 * @param answer null for nothing to say; is told by the signal when the person has been answered; it may not begin to store anything from then on
 * @param later answers once more
 */
export async function answering(
  ack: AckFn<string | RespondArguments>,
  answer: (signal: AbortSignal) => Promise<Rendered | null>,
  later: (answer: RespondArguments) => Promise<unknown>,
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<void> {
  const answered = new AbortController();
  const decided = answer(answered.signal);
  const inWords = decided.catch((error: unknown) => (answered.signal.aborted ? 'late' : afterFault(error, log)));
  const inTime = await Promise.race([inWords, timeIsUp()]);
  answered.abort();
  if (inTime !== 'late') {
    await (inTime ? ack(privately(inTime)) : ack());
    return;
  }
  log.warn('a command could not be answered in time');
  await ack(privately(TOO_SLOW));
  try {
    const decision = await decided;
    if (decision) await later(privately(decision));
  } catch (error) {
    if (error instanceof StoreUnavailable && error.mayBeSaved) await later(privately(afterFault(error, log)));
    // Giving up on somebody who has been answered is no fault.
    else if (error !== answered.signal.reason) log.error({ err: error }, 'a command failed after its answer');
  }
}

function timeIsUp(): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN_MS, 'late').unref();
  });
}

function privately({ text, blocks }: Rendered): RespondArguments {
  return { response_type: 'ephemeral', text, blocks };
}

function afterFault(error: unknown, log: Pick<Logger, 'error'>): Rendered {
  const reference = newReference();
  log.error({ reference, err: error }, 'a command failed');
  if (!(error instanceof StoreUnavailable)) {
    return words(
      `Something broke on our side, and nothing was saved. Please try again; if this keeps happening, tell the person who runs this app the reference ${reference}.`,
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
