import type { Input } from './block-kit.ts';
import { element } from './dom.ts';
import { drawField } from './fields.ts';
import type { Place } from './place.ts';
import type { Scene } from './scene.ts';
import { cityOf } from './suggestions.ts';
import { drawText } from './text.ts';

/** An input with its label, its hint, and what is wrong with it. */
export function drawInput(input: Input, place: Place, scene: Scene): HTMLElement {
  const { blockId, label, hint, isOptional, dispatches, field } = input;
  const id = `input-${blockId}`;
  const zone = field.control.type === 'time' ? field.control.zone : null;
  const error = place.errors[blockId];
  const notes = [hint === null ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  const control = drawField({ ...field, blockId }, { place, scene, label: label.text, dispatches });
  for (const target of control.matches('input, select, textarea')
    ? [control]
    : [...control.querySelectorAll('input')]) {
    if (notes !== '') target.setAttribute('aria-describedby', notes);
    if (error !== undefined) target.setAttribute('aria-invalid', 'true');
  }
  return element(
    'div',
    { class: error === undefined ? 'block-input' : 'block-input is-wrong' },
    element(
      'p',
      { class: 'input-label', 'aria-hidden': 'true' },
      ...drawText(label, scene),
      isOptional ? element('span', { class: 'muted', text: ' (optional)' }) : null,
      zone === null ? null : element('span', { class: 'muted', text: ` (${cityOf(zone)} time)` }),
    ),
    control,
    hint === null ? null : element('p', { class: 'input-hint', id: `${id}-hint` }, ...drawText(hint, scene)),
    error === undefined ? null : element('p', { class: 'input-error', id: `${id}-error`, role: 'alert', text: error }),
  );
}
