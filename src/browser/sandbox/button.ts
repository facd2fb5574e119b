import type { Button } from './block-kit.ts';
import { askForConfirmation } from './confirm.ts';
import { element } from './dom.ts';
import type { Scene } from './scene.ts';
import { drawText } from './text.ts';

/** The message that a button stands in. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/** A button sends its action; one with an address opens it as well, in a new tab that knows nothing of this one. */
export function drawButton(button: Button, place: Place, scene: Scene): HTMLElement {
  const { actionId, text, url, style, label } = button;
  const common = { class: `button is-${style}`, 'data-action': actionId, 'aria-label': label };
  if (url === null) {
    const made = element('button', { ...common, type: 'button' }, ...drawText(text, scene));
    made.addEventListener('click', () => void press(made, button, place, scene));
    return made;
  }
  const link = { href: url, target: '_blank', rel: 'noopener noreferrer' };
  const made = element('a', { ...common, ...link }, ...drawText(text, scene));
  made.addEventListener('click', (event) => {
    if (button.confirm !== null) event.preventDefault();
    void press(made, button, place, scene);
  });
  return made;
}

async function press(made: HTMLElement, button: Button, place: Place, scene: Scene): Promise<void> {
  const { actionId, blockId, url, confirm } = button;
  if (made.getAttribute('aria-busy') === 'true') return;
  if (confirm !== null && !(await askForConfirmation(confirm, scene))) return;
  if (url !== null && confirm !== null) window.open(url, '_blank', 'noopener,noreferrer');
  if (url !== null) scene.opened(url);
  made.setAttribute('aria-busy', 'true');
  await scene.press({ channel: place.channel, ts: place.ts, actionId, blockId });
  made.removeAttribute('aria-busy');
}
