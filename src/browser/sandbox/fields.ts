import type { PersonView } from '../../sandbox/page/contract.ts';
import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import { element } from './dom.ts';
import type { Field, Option, Options } from './field.ts';
import { type Place, valueKey } from './place.ts';
import type { Scene } from './scene.ts';
import { drawSearch } from './search-field.ts';
import { drawSearchMany } from './search-many.ts';
import { instantOf } from './zoned-instant.ts';
import { localInputValue } from './zoned-text.ts';

export interface FieldSetting {
  readonly place: Place;
  readonly scene: Scene;
  /** Read out by a screen reader. */
  readonly label: string;
  /** Whether the app is told of a change at once. */
  readonly dispatches: boolean;
}

/** Draws what a value is chosen with, and keeps the value in the place. */
export function drawField(field: Field, setting: FieldSetting): HTMLElement {
  const { place, scene, label, dispatches } = setting;
  const { actionId, blockId, control, placeholder } = field;
  const key = valueKey(blockId, actionId);
  const value = place.values.get(key) ?? field.initial;
  place.values.set(key, value);

  switch (control.type) {
    case 'text': {
      const shape = control.isMultiline
        ? element('textarea', { rows: '3' })
        : element('input', { type: control.input });
      shape.placeholder = placeholder;
      return typed(shape, String(value ?? ''), (text) => text);
    }
    case 'date':
      return typed(element('input', { type: 'date' }), String(value ?? ''), (text) => text);
    case 'time':
      return typed(element('input', { type: 'time' }), String(value ?? ''), (text) => text);
    case 'moment': {
      const local = typeof value === 'number' ? localInputValue(value * 1000, scene.you.tz) : '';
      return typed(element('input', { type: 'datetime-local' }), local, (text) => {
        const instant = instantOf(text, scene.you.tz);
        return instant === null ? null : instant / 1000;
      });
    }
    case 'one': {
      const options = listOptions(control.options, scene);
      if (control.look === 'radio') return drawBoxes('radio', options, ([first]) => keep(first ?? null));
      if (control.look === 'menu') return drawMenu(options, value, placeholder || 'Choose one', keep);
      return drawOverflow(options);
    }
    case 'many':
      return drawBoxes('checkbox', listOptions(control.options, scene), keep);
    case 'search':
      return control.isMany ? drawSearchMany(field, value, setting, keep) : drawSearch(field, value, setting, keep);
  }

  function keep(chosen: Chosen): void {
    place.values.set(key, chosen);
    if (dispatches) void scene.press({ place: place.at, actionId, blockId, value: chosen });
  }

  function typed<T extends HTMLInputElement | HTMLTextAreaElement>(
    shape: T,
    text: string,
    read: (text: string) => Chosen,
  ): T {
    shape.value = text;
    shape.setAttribute('aria-label', label);
    shape.setAttribute('data-action', actionId);
    // Kept while typing, told when it is done.
    shape.addEventListener('input', () => place.values.set(key, shape.value === '' ? null : read(shape.value)));
    shape.addEventListener('change', () => keep(shape.value === '' ? null : read(shape.value)));
    return shape;
  }

  function drawMenu(
    options: readonly Option[],
    chosen: Chosen,
    none: string,
    choose: (value: Chosen) => void,
  ): HTMLSelectElement {
    const items = [{ value: '', text: none }, ...options].map((option) =>
      element('option', { value: option.value, text: option.text, selected: option.value === (chosen ?? '') }),
    );
    const menu = element('select', { 'aria-label': label || none, 'data-action': actionId }, ...items);
    menu.addEventListener('change', () => choose(menu.value === '' ? null : menu.value));
    return menu;
  }

  /** As in Slack it keeps no choice, so that the same one can be made again. */
  function drawOverflow(options: readonly Option[]): HTMLElement {
    const menu = drawMenu(options, null, 'More …', (chosen) => {
      keep(chosen);
      menu.value = '';
    });
    menu.classList.add('is-overflow');
    return menu;
  }

  function drawBoxes(
    type: 'radio' | 'checkbox',
    options: readonly Option[],
    choose: (values: string[]) => void,
  ): HTMLElement {
    const chosen = Array.isArray(value) ? value : [value];
    const boxes = options.map((option) => ({
      option,
      box: element('input', { type, name: key, checked: chosen.includes(option.value), 'data-action': actionId }),
    }));
    const group = element(
      'div',
      { class: 'boxes', role: type === 'radio' ? 'radiogroup' : 'group', 'aria-label': label },
      ...boxes.map(({ option, box }) => element('label', {}, box, element('span', { text: option.text }))),
    );
    group.addEventListener('change', () =>
      choose(boxes.flatMap(({ option, box }) => (box.checked ? option.value : []))),
    );
    return group;
  }
}

function listOptions(options: Options, scene: Scene): readonly Option[] {
  if (options === 'people') return scene.people().flatMap(personOption);
  if (options !== 'conversations') return options;
  // As in the product's form, which leaves out direct messages.
  return scene.conversations().flatMap(({ id, kind, name }) => (kind === 'channel' ? [optionOf(id, `#${name}`)] : []));
}

/** Slack offers bots, but nobody who left. */
function personOption({ id, realName, name, kind }: PersonView): Option[] {
  return kind === 'deactivated' ? [] : [optionOf(id, `${realName} (@${name})`)];
}

function optionOf(value: string, text: string): Option {
  return { value, text, json: {} };
}
