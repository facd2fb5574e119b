import type { SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';

const METHODS = [
  'users.info',
  'conversations.open',
  'chat.postMessage',
  'files.getUploadURLExternal',
  'upload',
  'files.completeUploadExternal',
];

/** From now on each call to the simulator that an invitation needs takes as long as one over the internet. */
export function slowDown(slack: SlackSimulator, ms: number): void {
  for (const method of METHODS) {
    slack.fault({ method, times: Number.POSITIVE_INFINITY, play: { kind: 'slow', ms } });
  }
}
