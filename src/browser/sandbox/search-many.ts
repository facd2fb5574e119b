import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import { element } from './dom.ts';
import type { Field } from './field.ts';
import type { FieldSetting } from './fields.ts';
import { objectOf, textOf } from './json.ts';
import { drawSearch } from './search-field.ts';

/** A search of which several finds can be kept: they stand above it, and a press takes one out again. */
export function drawSearchMany(
  field: Field,
  value: Chosen,
  setting: FieldSetting,
  keep: (chosen: Chosen) => void,
): HTMLElement {
  let kept: readonly Chosen[] = Array.isArray(value) ? value : [];
  const chips = element('div', { class: 'found', role: 'group', 'aria-label': `Chosen for ${setting.label}` });
  const search = drawSearch(field, null, setting, (found) =>
    change([...kept.filter((one) => idOf(one) !== idOf(found)), found]),
  );
  draw();
  return element('div', { class: 'search' }, chips, search);

  function change(chosen: readonly Chosen[]): void {
    kept = chosen;
    draw();
    keep(chosen);
  }

  function draw(): void {
    chips.replaceChildren(
      ...kept.map((one) => {
        const chip = element('button', { class: 'example', type: 'button', text: `${textOfOption(one)} ×` });
        chip.addEventListener('click', () => change(kept.filter((other) => other !== one)));
        return chip;
      }),
    );
  }
}

function idOf(option: Chosen): string | null {
  return textOf(objectOf(option)['value']);
}

function textOfOption(option: Chosen): string {
  return textOf(objectOf(objectOf(option)['text'])['text']) ?? '';
}
