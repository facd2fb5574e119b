import type { Outcome } from '../domain/delivery.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { RoomServiceFault } from '../ports/rooms.ts';

/**
 * What becomes of a delivery after the other side did not do it. What Slack refuses it refuses for good; what the video
 * service refuses is mended by the operator, and then the room comes by itself.
 */
export function afterFault(fault: ChatFault | RoomServiceFault): Outcome {
  const reason = fault instanceof ChatFault ? fault.code : fault.kind;
  if (fault instanceof ChatFault && (fault.kind === 'unreachable' || fault.kind === 'refused')) {
    return { kind: 'parked', reason };
  }
  return {
    kind: 'again',
    reason,
    throttledForSeconds: fault.kind === 'throttled' ? (fault.retryAfterSeconds ?? 1) : null,
    ambiguous: fault.ambiguous,
  };
}
