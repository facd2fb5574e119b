import type { App } from '@slack/bolt';
import { JOIN_ACTION } from '../views/card-buttons.ts';

/** A button with a link still sends its press, and Slack shows a warning if nobody answers it. */
export function registerJoinButton(app: App): void {
  app.action(JOIN_ACTION, async ({ ack }) => {
    await ack();
  });
}
