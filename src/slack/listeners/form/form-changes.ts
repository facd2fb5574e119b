import type { App, BlockAction } from '@slack/bolt';
import type { AnyBlock, ContextBlock } from '@slack/types';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../../domain/ids.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { FormConflicts } from '../../../usecases/form-conflicts.ts';
import type { LocaleOf } from '../../../usecases/locale-of.ts';
import { originOf } from '../../origin-of.ts';
import { choice } from '../../views/elements.ts';
import { FIELD, FORM, KEPT_RULE, TELLING_FIELDS } from '../../views/form/fields.ts';
import { type ViewValues, valuesOf } from '../../views/form/form-values.ts';
import { type FormState, formView } from '../../views/form/form-view.ts';
import { readMetadata } from '../../views/form/metadata.ts';
import { zoneOptions } from '../../views/zone-options.ts';
import type { Showing } from './showing.ts';

const MOST_OPTIONS = 100;

/** Draws the form anew when a field changes that says who is double-booked, and fills its searching menus. */
export function registerFormChanges(
  app: App,
  deps: {
    readonly showing: Showing;
    readonly formConflicts: FormConflicts;
    readonly localeOf: LocaleOf;
    readonly guestsAllowed: boolean;
    readonly waitsUsually: FormState['waitsUsually'];
    readonly clock: Clock;
    readonly log: Pick<Logger, 'warn'>;
  },
): void {
  const { showing, formConflicts, localeOf, guestsAllowed, waitsUsually, clock, log } = deps;

  for (const field of TELLING_FIELDS) {
    app.action<BlockAction>(field, async ({ ack, body, client }) => {
      await ack();
      const { view } = body;
      const purpose = view?.callback_id === FORM ? readMetadata(view.private_metadata) : null;
      if (!view || !purpose) return;
      const workspace = originOf(body).workspace;
      const user = body.user.id as SlackUserId;
      const filled = valuesOf(view.state.values as ViewValues);
      const except = purpose.kind === 'edit' ? purpose.meeting : null;
      const [conflicts, groups, locale] = await Promise.all([
        formConflicts(workspace, user, filled, except),
        filled.groups.length > 0 ? showing.groups(workspace) : [],
        localeOf(workspace, user),
      ]);
      const keptRule = keptRuleOf(view.blocks);
      const offered = { offersGuests: guestsAllowed, waitsUsually };
      const state = { purpose, filled, lacks: [], conflicts, groups, ...offered, keptRule, locale };
      await client.views
        .update({ view_id: view.id, hash: view.hash, view: formView(state) })
        // Somebody who goes on choosing has made a newer view, which brings its own update.
        .catch((error: unknown) => log.warn({ err: error }, 'a form could not be drawn anew'));
    });
  }

  app.options<'block_suggestion'>(FIELD.zone, async ({ ack, payload }) => {
    await ack({ options: zoneOptions(payload.value, clock.now()) });
  });

  app.options<'block_suggestion'>(FIELD.groups, async ({ ack, body, payload }) => {
    const workspace = originOf(body).workspace;
    const query = payload.value.toLowerCase().replace(/^@/, '');
    const found = (await showing.groups(workspace)).filter(({ handle, name }) =>
      `${handle} ${name}`.toLowerCase().includes(query),
    );
    await ack({
      options: found.slice(0, MOST_OPTIONS).map(({ id, handle, name }) => choice(`@${handle} ${name}`, id)),
    });
  });
}

/** What a form tells of a series stays as it was when it was opened. */
function keptRuleOf(blocks: readonly AnyBlock[]): string | null {
  const kept = blocks.find((block): block is ContextBlock => block.type === 'context' && block.block_id === KEPT_RULE);
  const [text] = kept?.elements ?? [];
  return text && 'text' in text ? text.text : null;
}
