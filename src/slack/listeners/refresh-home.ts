import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { HomeTabs } from '../../usecases/home-tabs.ts';
import { originOf, type SlackBody } from '../origin-of.ts';
import { JOIN_ACTION } from '../views/card-buttons.ts';
import type { ShowHome } from './show-home.ts';

/** What somebody does in a burst is shown in one go. */
const GATHER_MS = 1_000;

/**
 * After what somebody did with a command, a button or a modal, shows it in their Home tab as well, if they ever opened
 * that. In the tab itself it is shown at once by whoever hears the press, with what came of it. What fails, or is lost
 * with the process, is there at their next visit.
 */
export function refreshHomeAfterwards(
  app: App,
  deps: {
    readonly homeTabs: Pick<HomeTabs, 'isOpened'>;
    readonly showHome: ShowHome;
    readonly log: Pick<Logger, 'warn'>;
    /** In milliseconds. */
    readonly gatherFor?: number;
  },
): void {
  const { homeTabs, showHome, log, gatherFor = GATHER_MS } = deps;
  /** Whose tab is about to be shown, and whether they did something since it was begun. */
  const underWay = new Map<string, boolean>();

  app.use(async ({ body, next }) => {
    await next();
    const { workspace, user } = originOf(body as SlackBody);
    if (user && mayChangeSomething(body)) refresh({ workspace, user });
  });

  function refresh(actor: Actor): void {
    const key = `${actor.workspace} ${actor.user}`;
    const isUnderWay = underWay.has(key);
    underWay.set(key, true);
    if (isUnderWay) return;
    void show(actor, key)
      .catch((error: unknown) => log.warn({ workspace: actor.workspace, err: error }, 'a Home tab is left as it was'))
      .finally(() => underWay.delete(key));
  }

  async function show(actor: Actor, key: string): Promise<void> {
    if (!(await homeTabs.isOpened(actor))) return;
    while (underWay.get(key)) {
      await pause(gatherFor, undefined, { ref: false });
      underWay.set(key, false);
      await showHome(actor);
    }
  }
}

/** Not so what is pressed within a view, before it is sent, nor hundreds who join at ten o'clock. */
function mayChangeSomething(body: object): boolean {
  if ('command' in body) return true;
  const { type, view, actions } = body as Pressed;
  if (type === 'view_submission') return true;
  return type === 'block_actions' && !view && actions?.[0]?.action_id !== JOIN_ACTION;
}

interface Pressed {
  readonly type?: string;
  readonly view?: object;
  readonly actions?: readonly { readonly action_id?: string }[];
}
