import { element, icon } from './dom.ts';
import { ICONS } from './icons.ts';

const STORED_AS = 'convene-sandbox-guide';
const DISMISSED = 'dismissed';

export interface GuideStep {
  readonly id: string;
  readonly text: string;
  /** What a press on the step does for the newcomer. */
  readonly help: string;
  readonly run: () => void;
}

/** Three things to try, ticked off as they are done; gone for good once dismissed. */
export function makeGuide(steps: readonly GuideStep[]) {
  const done = new Set<string>();
  const list = element('ol');
  const close = element(
    'button',
    { class: 'icon-button', type: 'button', 'aria-label': 'Dismiss this guide', on: { click: dismiss } },
    icon(ICONS.close),
  );
  const title = element('strong', { text: 'That was the whole round.' });
  const guide = element('section', { class: 'guide', 'aria-label': 'Three things to try' }, title, list, close);
  guide.hidden = localStorage.getItem(STORED_AS) === DISMISSED;
  draw();

  return {
    element: guide,

    tick(id: string): void {
      if (done.has(id)) return;
      done.add(id);
      draw();
    },
  };

  function draw(): void {
    const current = steps.find(({ id }) => !done.has(id));
    title.hidden = current !== undefined;
    list.replaceChildren(...steps.map((step) => drawStep(step, step === current)));
  }

  function drawStep({ id, text, help, run }: GuideStep, isCurrent: boolean): HTMLElement {
    const isDone = done.has(id);
    return element(
      'li',
      { class: isDone ? 'is-done' : '', 'aria-current': isCurrent ? 'step' : null },
      isDone ? icon(ICONS.check) : null,
      element('span', { text }),
      isDone ? element('span', { class: 'sr-only', text: ' (done)' }) : null,
      isCurrent ? element('button', { class: 'link-button', type: 'button', text: help, on: { click: run } }) : null,
    );
  }

  function dismiss(): void {
    localStorage.setItem(STORED_AS, DISMISSED);
    guide.hidden = true;
  }
}
