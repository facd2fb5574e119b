import type { Outcome } from '../domain/delivery.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import { MailFault } from '../ports/mailer.ts';
import type { RoomServiceFault } from '../ports/rooms.ts';

/** Of what is for one person. */
const FINAL: ReadonlySet<string> = new Set(['unreachable', 'refused', 'refused-address']);

/**
 * What becomes of a delivery after the other side did not do it. What Slack or the mail server refuses it
 * refuses for good; what the video service refuses is mended by the operator, and then the room comes by itself.
 */
export function afterFault(fault: ChatFault | MailFault | RoomServiceFault): Outcome {
  const isOfPeople = fault instanceof ChatFault || fault instanceof MailFault;
  const reason = isOfPeople ? fault.code : fault.kind;
  if (isOfPeople && FINAL.has(fault.kind)) return { kind: 'parked', reason };
  return {
    kind: 'again',
    reason,
    throttledForSeconds: fault.kind === 'throttled' ? (fault.retryAfterSeconds ?? 1) : null,
    ambiguous: fault.ambiguous,
  };
}
