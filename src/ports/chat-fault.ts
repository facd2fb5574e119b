import { SendingFault } from './sending-fault.ts';

/**
 * What the chat service would not do, for `Messenger` and `Directory` alike.
 * - `unreachable`: this person or conversation cannot be written to; repeating will not help
 * - `throttled`: told to slow down, see `retryAfterSeconds`
 * - `unavailable`: no answer, or a fault of theirs
 * - `unauthorized`: the app's token is no longer good for anything; the operator has to act
 * - `refused`: any other answer that will not change by repeating
 */
export type ChatFaultKind = 'unreachable' | 'throttled' | 'unavailable' | 'unauthorized' | 'refused';

/** Its code is Slack's, or our own word where there was no answer. */
export class ChatFault extends SendingFault<ChatFaultKind> {
  override readonly name = 'ChatFault';
}
