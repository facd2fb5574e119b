import type { ModalView } from '@slack/types';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { FeedAddressOf } from '../../usecases/feed-address.ts';
import type { SettingsOf } from '../../usecases/personal-settings.ts';
import { settingsModal } from '../views/modals/settings-modal.ts';

/** The settings of whoever asks, with the address of their feed. */
export type SettingsModalFor = (actor: Actor) => Promise<ModalView>;

export function makeSettingsModalFor(deps: {
  readonly settingsOf: SettingsOf;
  readonly feedAddressOf: FeedAddressOf;
}): SettingsModalFor {
  const { settingsOf, feedAddressOf } = deps;
  return async (actor) => {
    const [settings, address] = await Promise.all([settingsOf(actor.workspace, actor.user), feedAddressOf(actor)]);
    return settingsModal(settings, address);
  };
}
