import type { Outcome } from '../domain/delivery.ts';
import type { ChatFault } from '../ports/chat-fault.ts';

/** What becomes of a delivery after the chat service did not do it. */
export function afterChatFault(fault: ChatFault): Outcome {
  if (fault.kind === 'unreachable' || fault.kind === 'refused') return { kind: 'parked', reason: fault.code };
  return {
    kind: 'again',
    reason: fault.code,
    throttledForSeconds: fault.kind === 'throttled' ? (fault.retryAfterSeconds ?? 1) : null,
    ambiguous: fault.ambiguous,
  };
}
