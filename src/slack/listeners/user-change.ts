import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import type { PartWith } from '../../usecases/part-with.ts';
import { originOf } from '../origin-of.ts';

/** `user_change`, of which only that somebody was deactivated matters here. Where that fails it is noticed later. */
export function registerUserChange(
  app: App,
  deps: { readonly partWith: PartWith; readonly log: Pick<Logger, 'warn'> },
): void {
  const { partWith, log } = deps;
  app.event('user_change', async ({ event, body }) => {
    const { id, deleted } = event.user;
    if (!deleted) return;
    const { workspace } = originOf(body);
    await partWith(workspace, id as SlackUserId).catch((error: unknown) => {
      log.warn({ workspace, err: error }, 'meetings are parted with somebody who left another time');
    });
  });
}
