import type { Response } from 'express';
import type { AppAnswer } from '../slack-simulator/simulator.ts';
import type { DispatchAnswer, DispatchView } from './contract.ts';
import type { PageContext } from './page-context.ts';

/** What a person did. */
export type Deed = Pick<DispatchView, 'kind' | 'sent'> & { readonly user: string };

/** Lets the simulated Slack send something to the app, writes down what came back, and tells the page how it went. */
export async function dispatch(
  { time, log, sendClock, sendUnread }: PageContext,
  res: Response,
  { user, kind, sent }: Deed,
  send: () => Promise<AppAnswer | null>,
): Promise<void> {
  const at = time.now();
  const answer = await send();
  if (answer !== null) log.add(user, { at, kind, sent, ...answer });
  // A conversation may be new without a message in it.
  sendUnread();
  await sendClock();
  // Nothing was sent where Slack itself had something to say first.
  const { status, ackMs } = answer ?? { status: 200, ackMs: 0 };
  res.json({ status, ackMs } satisfies DispatchAnswer);
}
