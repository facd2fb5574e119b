import { element } from './dom.ts';
import type { Suggestion } from './suggestions.ts';

/** The list over the composer: a listbox whose active option the text box names, while the focus stays in the text. */
export function makeSuggestionBox(pick: (at: number) => void) {
  const box = element('ul', {
    class: 'suggestions',
    id: 'suggestions',
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  });

  return {
    element: box,

    /** @returns the id of the active option */
    show(options: readonly Suggestion[], active: number): string {
      box.replaceChildren(...options.map((option, at) => drawOption(option, at, at === active)));
      box.hidden = false;
      box.children[active]?.scrollIntoView({ block: 'nearest' });
      return optionId(active);
    },

    hide(): void {
      box.hidden = true;
      box.replaceChildren();
    },
  };

  function drawOption({ label, note, kind }: Suggestion, at: number, isActive: boolean): HTMLElement {
    const made = element(
      'li',
      {
        id: optionId(at),
        role: 'option',
        class: `suggestion is-${kind}`,
        'aria-selected': isActive ? 'true' : 'false',
      },
      element('strong', { text: label }),
      element('span', { class: 'muted', text: note }),
    );
    // Not on click: the text box must not lose the focus in between.
    made.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      pick(at);
    });
    return made;
  }
}

function optionId(at: number): string {
  return `suggestion-${at}`;
}
