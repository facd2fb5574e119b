import type { ModalView } from '@slack/types';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { FeedAddressOf } from '../../usecases/feed-address.ts';
import type { SettingsOf } from '../../usecases/personal-settings.ts';
import type { ReaderOf } from '../../usecases/reader-of.ts';
import { settingsModal } from '../views/modals/settings-modal.ts';

/** The settings of whoever asks, with the address of their feed. */
export type SettingsModalFor = (actor: Actor) => Promise<ModalView>;

export function makeSettingsModalFor(deps: {
  readonly settingsOf: SettingsOf;
  readonly feedAddressOf: FeedAddressOf;
  readonly readerOf: ReaderOf;
}): SettingsModalFor {
  const { settingsOf, feedAddressOf, readerOf } = deps;
  return async (actor) => {
    const { workspace, user } = actor;
    const [settings, address, { locale }] = await Promise.all([
      settingsOf(workspace, user),
      feedAddressOf(actor),
      readerOf(workspace, user),
    ]);
    return settingsModal(settings, address, locale);
  };
}
