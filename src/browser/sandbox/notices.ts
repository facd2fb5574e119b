import { element } from './dom.ts';

const SHOWN_MS = 8_000;

/** Short notices: errors that have no place of their own to the eye, and new messages to the ear. */
export function makeNotices() {
  const spoken = element('div', { class: 'sr-only', 'aria-live': 'polite' });
  const shown = element('div', { class: 'notices', role: 'alert' });

  return {
    element: element('div', {}, spoken, shown),

    /** Read out by a screen reader, not seen. */
    say(text: string): void {
      spoken.append(element('p', { text }));
      if (spoken.childElementCount > 5) spoken.firstElementChild?.remove();
    },

    fail(text: string): void {
      const notice = element('p', { class: 'notice', text });
      shown.append(notice);
      setTimeout(() => notice.remove(), SHOWN_MS);
    },
  };
}
