import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import { element } from './dom.ts';
import type { Field, Option } from './field.ts';
import type { FieldSetting } from './fields.ts';
import { objectOf, textOf } from './json.ts';

const PAUSE_MS = 250;

/** A select whose options the app offers: a box to type in, and what was found below it. */
export function drawSearch(
  { actionId, blockId, placeholder }: Field,
  value: Chosen,
  { place, scene, label }: FieldSetting,
  keep: (chosen: Chosen) => void,
): HTMLElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const chosen = textOf(objectOf(objectOf(value)['text'])['text']);
  const query = element('input', { type: 'search', placeholder: placeholder || 'Type to search', 'aria-label': label });
  query.value = chosen ?? '';
  const found = element('div', { class: 'found', role: 'group', 'aria-label': `Found for ${label}` });
  query.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), PAUSE_MS);
  });
  return element('div', { class: 'search' }, query, found);

  async function search(): Promise<void> {
    if (!('viewId' in place.at)) return;
    const options = await scene.suggest({ viewId: place.at.viewId, actionId, blockId, query: query.value });
    const nothing = element('p', { class: 'muted', text: 'Nothing found' });
    found.replaceChildren(...(options.length === 0 ? [nothing] : options.map(drawOption)));
  }

  function drawOption(option: Option): HTMLElement {
    const button = element('button', { class: 'example', type: 'button', text: option.text });
    button.addEventListener('click', () => {
      query.value = option.text;
      found.replaceChildren();
      query.focus();
      keep(option.json);
    });
    return button;
  }
}
