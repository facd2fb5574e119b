import type { AckFn, App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { WorkspaceId } from '../../domain/ids.ts';
import { StoreUnavailable } from '../../ports/documents.ts';
import { originOf, type SlackBody } from '../origin-of.ts';

/** Whether the app is in a workspace, from memory where it was asked before. */
export type IsInstalled = (workspace: WorkspaceId) => Promise<boolean>;

const NOT_INSTALLED = 'I am not installed in this workspace any more. Please ask an admin to install me again.';

/** What says that the app is gone is about a workspace where it is not. */
const GONE = new Set(['app_uninstalled', 'tokens_revoked']);

/**
 * Lets nothing through for a workspace where the app is not. Asked after Slack has its answer to an event, and before
 * anything else.
 */
export function admitOnlyInstalled(app: App, isInstalled: IsInstalled, log: Pick<Logger, 'warn'>): void {
  app.use(async ({ body, next, ...args }) => {
    const { workspace } = originOf(body as SlackBody);
    if (isGone(body) || (await isInstalled(workspace).catch(unlessUnknown))) return next();
    log.warn({ workspace }, 'a request came from a workspace where the app is not installed');
    const { ack } = args as { readonly ack?: AckFn<string | undefined> };
    await ack?.('command' in body ? NOT_INSTALLED : undefined);
  });
}

function isGone(body: object): boolean {
  const event: unknown = 'event' in body ? body.event : null;
  return typeof event === 'object' && event !== null && 'type' in event && GONE.has(String(event.type));
}

/** Whoever needs the store says so in words of their own. */
function unlessUnknown(error: unknown): true {
  if (error instanceof StoreUnavailable) return true;
  throw error;
}
