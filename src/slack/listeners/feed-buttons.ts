import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { ReplaceFeedAddress } from '../../usecases/feed-address.ts';
import type { HomeTabs } from '../../usecases/home-tabs.ts';
import { FEED_REPLACE } from '../views/feed-blocks.ts';
import { sayingModal } from '../views/modals/modal.ts';
import { SETTINGS_TITLE } from '../views/modals/settings-modal.ts';
import { actorOf } from './actor-of.ts';
import type { SettingsModalFor } from './settings-modal-for.ts';
import type { ShowHome } from './show-home.ts';

/** The buttons under the address of somebody's feed, in their settings and in the Home tab: who presses has theirs replaced. */
export function registerFeedButtons(
  app: App,
  deps: {
    readonly replaceFeedAddress: ReplaceFeedAddress;
    readonly settingsModalFor: SettingsModalFor;
    readonly showHome: ShowHome;
    readonly homeTabs: Pick<HomeTabs, 'isOpened'>;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): void {
  const { replaceFeedAddress, settingsModalFor, showHome, homeTabs, log } = deps;

  app.action<BlockAction<ButtonAction>>(FEED_REPLACE, async ({ ack, body, client }) => {
    await ack();
    const actor = actorOf(body);
    const { view } = body;
    const modal = view?.type === 'modal' ? view : null;
    try {
      await replaceFeedAddress(actor);
      // Without the view's hash: whatever was chosen meanwhile, the address that it shows is worthless.
      if (modal) await client.views.update({ view_id: modal.id, view: await settingsModalFor(actor) });
      await inHome(actor, modal, REPLACED);
    } catch (error) {
      log.error({ workspace: actor.workspace, err: error }, 'the address of a feed could not be replaced and shown');
      if (modal)
        await client.views.update({ view_id: modal.id, view: sayingModal(SETTINGS_TITLE, FAILED) }).catch(warn);
      await inHome(actor, modal, FAILED);
    }
  });

  /** Behind the settings there may be no tab yet. */
  async function inHome(actor: Actor, modal: object | null, note: string): Promise<void> {
    const isThere = !modal || (await homeTabs.isOpened(actor).catch(() => false));
    if (isThere) await showHome(actor, note);
  }

  function warn(error: unknown): void {
    log.warn({ err: error }, 'a modal could not be drawn anew');
  }
}

const REPLACED =
  'Your calendar has a new address. The old one does not work any more: please subscribe with the new one.';
const FAILED =
  'Something broke on our side. Please open your settings and look at the address: if it is still the old one, replace it again.';
