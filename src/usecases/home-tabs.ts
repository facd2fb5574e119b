import type { Settings } from '../store/settings.ts';
import type { Actor } from './change-meeting.ts';

/** Who has a Home tab: Slack asks for nobody's before they open it. */
export interface HomeTabs {
  noteOpened(actor: Actor): Promise<void>;
  isOpened(actor: Actor): Promise<boolean>;
}

export function makeHomeTabs(settings: Pick<Settings, 'hasHome' | 'noteHome'>): HomeTabs {
  return {
    noteOpened: ({ workspace, user }) => settings.noteHome(workspace, user),
    isOpened: ({ workspace, user }) => settings.hasHome(workspace, user),
  };
}
