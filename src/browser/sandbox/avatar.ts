import type { PersonView } from '../../sandbox/page/contract.ts';
import { element } from './dom.ts';

const HUES = 6;

/** A disc with initials; who it is stands beside it in words. */
export function drawAvatar({ id, realName, kind }: PersonView): HTMLElement {
  const initials = realName
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('');
  const hue = [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
  return element('span', {
    class: kind === 'app' ? 'avatar is-app' : `avatar hue-${hue}`,
    'aria-hidden': 'true',
    text: initials.toUpperCase(),
  });
}
