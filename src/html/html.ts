/** Markup that is safe to send as it stands. Only `html` makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Slot = Html | string | number | null | readonly Html[];

/** A tagged template that escapes every value for element content and for quoted attributes; null leaves nothing. */
export function html(literals: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  return new Html(literals.reduce((markup, literal, i) => markup + fill(slots[i - 1] ?? null) + literal));
}

function fill(slot: Slot): string {
  if (slot === null) return '';
  if (slot instanceof Html) return slot.markup;
  if (typeof slot === 'object') return slot.map((part) => part.markup).join('');
  return String(slot).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
