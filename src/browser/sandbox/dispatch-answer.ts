import type { DispatchAnswer } from '../../sandbox/page/contract.ts';
import { SandboxRefusal } from './api.ts';

/** Slack gives up on an app after this long. */
const LATEST_ACK_MS = 3_000;

/** @throws SandboxRefusal in the words of what a person would see in Slack */
export function requireAck({ status, ackMs }: DispatchAnswer): void {
  if (status !== 200) throw new SandboxRefusal(`The app did not take this: it answered with status ${status}.`);
  if (ackMs > LATEST_ACK_MS)
    throw new SandboxRefusal('The app took longer than three seconds. Slack would have given up.');
}
