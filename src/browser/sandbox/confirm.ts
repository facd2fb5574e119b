import type { Confirmation } from './block-kit.ts';
import { element } from './dom.ts';
import type { Scene } from './scene.ts';
import { drawText } from './text.ts';

/** Asks as Slack does before a button with a confirmation is pressed. Esc, or a press beside the box, means no. */
export function askForConfirmation(
  { title, text, confirm, deny, style }: Confirmation,
  scene: Scene,
): Promise<boolean> {
  const heading = element('h2', { id: 'confirm-title' }, ...drawText(title, scene));
  const no = element(
    'button',
    { class: 'button', type: 'submit', value: 'no', autofocus: true },
    ...drawText(deny, scene),
  );
  const yes = element(
    'button',
    { class: `button is-${style}`, type: 'submit', value: 'yes' },
    ...drawText(confirm, scene),
  );
  const form = element(
    'form',
    { method: 'dialog' },
    heading,
    element('p', {}, ...drawText(text, scene)),
    element('div', { class: 'dialog-buttons' }, no, yes),
  );
  const dialog = element('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-title' }, form);
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close('no');
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
