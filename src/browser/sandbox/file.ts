import type { FileView } from '../../sandbox/page/contract.ts';
import { element, icon } from './dom.ts';
import { ICONS } from './icons.ts';

/** A file to be downloaded. */
export function drawFile({ name, title, bytes, href }: FileView): HTMLElement {
  const size = bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} kB`;
  const names = element(
    'span',
    { class: 'file-names' },
    element('strong', { text: title || name }),
    `${name} · ${size}`,
  );
  return element(
    'a',
    { class: 'file', href, download: name },
    icon(ICONS.calendar),
    element('span', { class: 'sr-only', text: 'Download ' }),
    names,
    icon(ICONS.download),
  );
}
