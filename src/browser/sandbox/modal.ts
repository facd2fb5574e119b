import type { ModalView } from '../../sandbox/page/contract.ts';
import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import { wordsFor } from './api.ts';
import { readBlock } from './block-kit.ts';
import { drawBlocks } from './blocks.ts';
import { element, icon, setAttribute } from './dom.ts';
import { ICONS } from './icons.ts';
import { valueKey } from './place.ts';
import type { Scene } from './scene.ts';

export interface ModalWays {
  submit(viewId: string, values: Record<string, Chosen>): Promise<void>;
  close(viewId: string): Promise<void>;
}

/** The topmost of the forms that the app opened. Its content may change while what was typed stays. */
export function makeModal(scene: Scene, { submit, close }: ModalWays) {
  const dialog = element('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' });
  let values = new Map<string, Chosen>();
  let shown: ModalView | null = null;

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (shown !== null) void leave(shown);
  });
  // A browser may insist on closing it when Esc is pressed again.
  dialog.addEventListener('close', () => {
    if (shown !== null) void leave(shown);
  });

  return {
    element: dialog,

    update(modals: readonly ModalView[]): void {
      const top = modals.at(-1) ?? null;
      if (JSON.stringify(top) === JSON.stringify(shown)) return;
      if (top?.id !== shown?.id) values = new Map();
      const focused = document.activeElement?.getAttribute('data-action') ?? null;
      shown = top;
      if (top === null) {
        dialog.close();
      } else {
        dialog.replaceChildren(drawForm(top));
        if (!dialog.open) dialog.showModal();
        focusOn(focused);
      }
    },
  };

  function drawForm(modal: ModalView): HTMLElement {
    const { id, title, blocks, errors } = modal;
    const problem = element('p', { class: 'composer-error', role: 'alert', hidden: true });
    const cross = { class: 'icon-button', type: 'button', 'aria-label': 'Close' };
    const form = element(
      'form',
      {},
      element(
        'header',
        {},
        element('h2', { id: 'modal-title', text: title }),
        element('button', { ...cross, on: { click: () => void leave(modal) } }, icon(ICONS.close)),
      ),
      element('div', { class: 'modal-blocks' }, ...drawBlocks(blocks, { at: { viewId: id }, values, errors }, scene)),
      problem,
      drawButtons(modal),
    );
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(modal, form, problem);
    });
    return form;
  }

  function drawButtons(modal: ModalView): HTMLElement {
    const away = { class: 'button', type: 'button', text: modal.close, on: { click: () => void leave(modal) } };
    return element(
      'div',
      { class: 'dialog-buttons' },
      element('button', away),
      modal.submit === null
        ? null
        : element('button', { class: 'button is-primary', type: 'submit', text: modal.submit }),
    );
  }

  async function send(modal: ModalView, form: HTMLFormElement, problem: HTMLElement): Promise<void> {
    if (form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    problem.hidden = true;
    try {
      await submit(modal.id, valuesOf(modal));
    } catch (error) {
      problem.textContent = wordsFor(error);
      problem.hidden = false;
    }
    setAttribute(form, 'aria-busy', null);
  }

  async function leave(modal: ModalView): Promise<void> {
    await close(modal.id);
  }

  /** What stands in the inputs, by block id. */
  function valuesOf({ blocks }: ModalView): Record<string, Chosen> {
    const inputs = blocks.map(readBlock).filter((block) => block.kind === 'input');
    return Object.fromEntries(
      inputs.map(({ blockId, field }) => [blockId, values.get(valueKey(blockId, field.actionId)) ?? null]),
    );
  }

  function focusOn(action: string | null): void {
    const candidates = [...dialog.querySelectorAll<HTMLElement>('[data-action]')];
    const wrong = dialog.querySelector<HTMLElement>('[aria-invalid]');
    (wrong ?? candidates.find((one) => one.getAttribute('data-action') === action) ?? candidates[0])?.focus();
  }
}
