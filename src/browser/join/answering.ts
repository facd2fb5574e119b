import { ANSWERS, answerText } from '../../door/answer-words.ts';
import { byId } from './by-id.ts';
import { requestAnswer } from './door-client.ts';

/**
 * The buttons that answer the invitation. What stands behind `#` in a mail's link only says which one the reader meant:
 * the press answers, since mail scanners open links, and run what they find there.
 */
export function startAnswering(nonce: string): void {
  const section = document.querySelector<HTMLElement>('#rsvp');
  if (!section) return;
  const buttons = [...section.querySelectorAll<HTMLButtonElement>('button[data-answer]')];
  const words = byId('rsvp-text');
  let isBusy = false;

  for (const button of buttons) {
    button.disabled = false;
    button.addEventListener('click', () => void answer(button));
  }
  const meant = ANSWERS.find(({ hash }) => hash === location.hash);
  const button = buttons.find(({ dataset }) => dataset['answer'] === meant?.is);
  if (meant && button) {
    const isSaid = button.getAttribute('aria-pressed') === 'true';
    words.textContent = isSaid ? meant.said : `Press “${meant.label}” to send your answer.`;
    button.dataset['meant'] = '';
    button.focus();
  }

  async function answer(pressed: HTMLButtonElement): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    words.textContent = 'Sending your answer…';
    const onlyThisTime = document.querySelector<HTMLInputElement>('#only-this-time')?.checked ?? false;
    const startsAt = byId('when').dataset['startsAt'] ?? '';
    const answered = await requestAnswer(nonce, { is: pressed.dataset['answer'] ?? '', startsAt, onlyThisTime });
    isBusy = false;
    if (!answered.ok) {
      const { title, detail } = answered.refused;
      words.textContent = `${title}. ${detail}`;
      return;
    }
    words.textContent = answerText(answered.value.is);
    // What the mail meant is settled, also when the page is loaded again.
    history.replaceState(history.state, '', location.pathname + location.search);
    for (const one of buttons) {
      one.setAttribute('aria-pressed', String(one === pressed));
      delete one.dataset['meant'];
    }
  }
}
