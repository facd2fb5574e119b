import { withIds } from '../slack-simulator/blocks/block-ids.ts';
import type { SimView } from '../slack-simulator/views.ts';
import type { ModalView } from './contract.ts';

export function modalView(view: SimView): ModalView {
  return {
    id: view.id,
    title: plainText(view.view['title']) ?? '',
    submit: plainText(view.view['submit']),
    close: plainText(view.view['close']) ?? 'Cancel',
    blocks: blocksOf(view),
    errors: view.errors,
  };
}

/** With the block ids that Slack makes up where the app gave none. */
export function blocksOf({ view, hash }: SimView): readonly unknown[] {
  return withIds(Array.isArray(view['blocks']) ? view['blocks'] : [], hash);
}

function plainText(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : null;
}
