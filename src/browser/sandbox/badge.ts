import { element, setText } from './dom.ts';

const MOST_SHOWN = 99;

/** How much is unread: a number for the eye and a sentence for the ear. */
export function drawBadge(): HTMLElement {
  return element('span', { class: 'badge', hidden: true });
}

export function showCount(badge: HTMLElement, count: number): void {
  badge.hidden = count === 0;
  setText(badge, count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count));
  badge.setAttribute('role', 'img');
  badge.setAttribute('aria-label', `${count} unread`);
}
