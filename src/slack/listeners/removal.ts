import type { App } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { NoteRemoval } from '../../usecases/note-removal.ts';
import { originOf, type SlackBody } from '../origin-of.ts';

/** `app_uninstalled` and `tokens_revoked`, which come together, in any order and more than once. */
export function registerRemoval(app: App, noteRemoval: NoteRemoval): void {
  app.event('app_uninstalled', async ({ body }) => note(body, null));
  // The lists hold the ids of users whose tokens these were; people's are none of ours.
  app.event('tokens_revoked', async ({ body, event }) => note(body, event.tokens.bot ?? []));

  async function note(body: SlackBody & { readonly event_time: number }, bots: readonly string[] | null) {
    const { workspace } = originOf(body);
    await noteRemoval({ workspace, at: DateTime.fromSeconds(body.event_time, { zone: 'utc' }), bots });
  }
}
