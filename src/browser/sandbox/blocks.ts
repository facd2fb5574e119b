import { type Block, type BlockElement, type Picture, readBlock, type TextObject, type Unknown } from './block-kit.ts';
import { drawButton, type Place } from './button.ts';
import { element, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import type { Scene } from './scene.ts';
import { drawText } from './text.ts';

/** Draws a message's Block Kit JSON. */
export function drawBlocks(blocks: readonly unknown[], place: Place, scene: Scene): HTMLElement[] {
  return blocks.map((block) => drawBlock(readBlock(block), place, scene));
}

function drawBlock(block: Block, place: Place, scene: Scene): HTMLElement {
  switch (block.kind) {
    case 'header':
      return element('h3', { class: 'block-header' }, ...drawText(block.text, scene));
    case 'section':
      return drawSection(block, place, scene);
    case 'context':
      return element(
        'div',
        { class: 'block-context' },
        ...block.elements.map((item) => drawContextItem(item, place, scene)),
      );
    case 'actions':
      return element(
        'div',
        { class: 'block-actions' },
        ...block.elements.map((item) => drawElement(item, place, scene)),
      );
    case 'divider':
      return element('hr');
    case 'image':
      return element('figure', {}, drawCaption(block.title, scene), drawPicture(block.image));
    case 'unknown':
      return drawUnknown(block);
  }
}

function drawSection(section: Extract<Block, { kind: 'section' }>, place: Place, scene: Scene): HTMLElement {
  const { text, fields, accessory } = section;
  return element(
    'div',
    { class: 'block-section' },
    element(
      'div',
      { class: 'block-section-main' },
      text === null ? null : element('div', { class: 'block-text' }, ...drawText(text, scene)),
      fields.length === 0
        ? null
        : element('div', { class: 'block-fields' }, ...fields.map((field) => drawField(field, scene))),
    ),
    accessory === null ? null : element('div', { class: 'block-accessory' }, drawElement(accessory, place, scene)),
  );
}

function drawField(field: TextObject, scene: Scene): HTMLElement {
  return element('div', {}, ...drawText(field, scene));
}

function drawContextItem(item: TextObject | BlockElement, place: Place, scene: Scene): HTMLElement {
  return 'actionId' in item || item.kind === 'picture' || item.kind === 'unknown'
    ? drawElement(item, place, scene)
    : element('span', {}, ...drawText(item, scene));
}

function drawElement(item: BlockElement, place: Place, scene: Scene): HTMLElement {
  switch (item.kind) {
    case 'button':
      return drawButton(item, place, scene);
    case 'picture':
      return drawPicture(item);
    case 'unknown':
      return drawUnknown(item);
  }
}

function drawCaption(title: TextObject | null, scene: Scene): HTMLElement | null {
  return title === null ? null : element('figcaption', {}, ...drawText(title, scene));
}

/** Pictures from elsewhere are named, not loaded: the page promises that nothing leaves this machine. */
function drawPicture({ url, alt }: Picture): HTMLElement {
  const isOurs = URL.canParse(url) && new URL(url).origin === location.origin;
  if (isOurs) return element('img', { src: url, alt });
  return element('span', { class: 'picture-elsewhere', text: `Picture: ${alt}` });
}

function drawUnknown({ type }: Unknown): HTMLElement {
  const text = `The sandbox cannot draw this block: ${type}`;
  return element('p', { class: 'block-unknown', role: 'alert' }, icon(ICONS.warning), text);
}
