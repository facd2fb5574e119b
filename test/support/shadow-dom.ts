import type { Page } from 'playwright-core';

/** The markup of the whole page, shadow roots included. */
export function allMarkup(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const seen = [];
    const walk = (root) => {
      seen.push(root.innerHTML);
      for (const one of root.querySelectorAll('*')) if (one.shadowRoot) walk(one.shadowRoot);
    };
    walk(document);
    return seen.join('');
  })()`);
}

/** The text of the focused element, in shadow roots too, where a button may have its text from a slot. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    let one = document.activeElement;
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return (one.textContent.trim() || one.getRootNode().host?.textContent || '').trim();
  })()`);
}
