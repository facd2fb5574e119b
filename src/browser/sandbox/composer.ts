import type { ConversationView, SandboxState } from '../../sandbox/page/contract.ts';
import { wordsFor } from './api.ts';
import { element, icon, setAttribute } from './dom.ts';
import { ICONS } from './icons.ts';
import { makeSuggestionBox } from './suggestion-box.ts';
import { choose, type Suggestions, suggest } from './suggestions.ts';

/**
 * Where commands are typed.
 * @param send resolves when the app took the command; what it rejects with is shown and the text stays
 */
export function makeComposer(send: (line: string) => Promise<void>) {
  let state: SandboxState | null = null;
  let offered: Suggestions | null = null;
  let active = 0;
  let dismissed = '';
  let isPending = false;

  const box = makeSuggestionBox(pick);
  const input = element('textarea', {
    id: 'line',
    rows: '1',
    role: 'combobox',
    'aria-label': 'Command',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'suggestions',
    'aria-describedby': 'composer-error composer-keys',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: '4000',
    enterkeyhint: 'send',
  });
  const button = element('button', { class: 'send', type: 'submit', 'aria-label': 'Send' }, icon(ICONS.send));
  const error = element('p', { class: 'composer-error', id: 'composer-error', role: 'alert', hidden: true });
  const examples = element('div', { class: 'examples', role: 'group', 'aria-label': 'Examples to try' });
  const keys = element('p', { class: 'composer-keys', id: 'composer-keys' });
  const form = element('form', { class: 'composer-form', on: { submit } }, box.element, input, button);

  input.addEventListener('input', () => {
    dismissed = '';
    showError(null);
    refresh();
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('click', () => refresh());
  input.addEventListener('blur', () => closeBox());

  return {
    element: element('div', { class: 'composer' }, examples, error, form, keys),

    update(next: SandboxState, conversation: ConversationView): void {
      const isOther = state?.you.id !== next.you.id;
      state = next;
      const place = conversation.kind === 'channel' ? `#${conversation.name}` : conversation.name;
      input.placeholder = `Type ${next.command.name} in ${place}`;
      if (isOther)
        examples.replaceChildren(
          element('span', { class: 'muted', text: 'Try' }),
          ...next.command.examples.map(drawExample),
        );
      keys.textContent = `${next.command.name} ${next.command.hint} · Enter sends · @ finds people`;
    },

    /** Puts a command there, ready to be sent. */
    fill,
  };

  function drawExample(line: string): HTMLElement {
    return element('button', { class: 'example', type: 'button', text: line, on: { click: () => fill(line) } });
  }

  function fill(line: string): void {
    input.value = line;
    input.focus();
    input.setSelectionRange(line.length, line.length);
    dismissed = line;
    showError(null);
    refresh();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (offered !== null && onBoxKey(event.key, event.shiftKey)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  }

  /** @returns whether the key was for the suggestions */
  function onBoxKey(key: string, hasShift: boolean): boolean {
    const count = offered?.options.length ?? 0;
    if (key === 'ArrowDown') move(active + 1);
    else if (key === 'ArrowUp') move(active + count - 1);
    else if (key === 'Escape') {
      dismissed = input.value;
      closeBox();
    } else if ((key === 'Tab' || (key === 'Enter' && !isTypedOut())) && !hasShift) pick(active);
    else return false;
    return true;

    function move(to: number): void {
      active = to % count;
      showBox();
    }
  }

  /** Whether a choice would add nothing, so that Enter may send at once. */
  function isTypedOut(): boolean {
    if (offered === null) return true;
    return offered.options[active]?.insert.trim() === input.value.slice(offered.from, offered.to);
  }

  function pick(at: number): void {
    const option = offered?.options[at];
    if (offered === null || option === undefined) return;
    const { text, caret } = choose(input.value, offered, option);
    input.value = text;
    input.setSelectionRange(caret, caret);
    closeBox();
    fitHeight();
  }

  function refresh(): void {
    fitHeight();
    active = 0;
    offered = state === null || dismissed === input.value ? null : suggest(input.value, input.selectionStart, state);
    if (offered === null) closeBox();
    else showBox();
  }

  function showBox(): void {
    input.setAttribute('aria-activedescendant', box.show(offered?.options ?? [], active));
    input.setAttribute('aria-expanded', 'true');
  }

  function closeBox(): void {
    offered = null;
    box.hide();
    input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-expanded', 'false');
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const line = input.value.trim();
    if (line === '' || isPending) return;
    setPending(true);
    try {
      await send(line);
      input.value = '';
      refresh();
    } catch (problem) {
      showError(wordsFor(problem));
    } finally {
      setPending(false);
    }
  }

  function setPending(isOn: boolean): void {
    isPending = isOn;
    setAttribute(form, 'aria-busy', isOn ? 'true' : null);
    input.readOnly = isOn;
  }

  function showError(words: string | null): void {
    error.hidden = words === null;
    error.textContent = words ?? '';
    setAttribute(input, 'aria-invalid', words === null ? null : 'true');
  }

  function fitHeight(): void {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }
}
