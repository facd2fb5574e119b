import { byId } from './by-id.ts';
import { requestCode, sendCode } from './door-client.ts';

/** The form that has a code mailed to a guest, and takes it. With the right one the page is loaded anew, and has a Join. */
export function startProving(nonce: string): void {
  const form = document.querySelector<HTMLFormElement>('#code');
  if (!form) return;
  const digits = byId('code-digits') as HTMLInputElement;
  const send = byId('code-send') as HTMLButtonElement;
  const again = byId('code-again') as HTMLButtonElement;
  const note = byId('code-note');
  let isAsked = false;
  let isBusy = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void once(isAsked ? give : ask);
  });
  again.addEventListener('click', () => void once(ask));

  async function once(act: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    send.setAttribute('aria-busy', 'true');
    await act();
    isBusy = false;
    send.setAttribute('aria-busy', 'false');
  }

  async function ask(): Promise<void> {
    const answer = await requestCode(nonce);
    // One that was sent a moment ago is as good.
    if (!answer.ok && answer.refused.code !== 'wait_for_code') return say(answer.refused);
    isAsked = true;
    byId('code-entry').hidden = false;
    again.hidden = false;
    digits.required = true;
    digits.value = '';
    send.textContent = 'Continue';
    if (answer.ok) tell(`Sent to ${answer.value.sentTo}. The code works for ${answer.value.validMinutes} minutes.`);
    else say(answer.refused);
    digits.focus();
  }

  async function give(): Promise<void> {
    const answer = await sendCode(nonce, digits.value);
    if (answer.ok) return location.reload();
    say(answer.refused);
    digits.select();
  }

  function say({ title, detail }: { readonly title: string; readonly detail: string }): void {
    note.dataset['tone'] = 'wrong';
    note.textContent = `${title}. ${detail}`;
  }

  function tell(text: string): void {
    note.dataset['tone'] = 'calm';
    note.textContent = text;
  }
}
