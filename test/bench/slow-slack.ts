import type { SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';

/** About what a call to Slack takes from a server far from theirs. */
export const SLACK_TAKES_MS = 100;

const METHODS = [
  'users.info',
  'conversations.open',
  'chat.postMessage',
  'files.getUploadURLExternal',
  'upload',
  'files.completeUploadExternal',
];

/** From now on each call to the simulator that an invitation needs takes as long as one over the internet. */
export function slowDown(slack: SlackSimulator): void {
  for (const method of METHODS) {
    slack.fault({ method, times: Number.POSITIVE_INFINITY, play: { kind: 'slow', ms: SLACK_TAKES_MS } });
  }
}
