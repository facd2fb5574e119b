import { byId } from '../join/by-id.ts';
import { requestReminders } from '../join/door-client.ts';
import { showNote } from '../join/note.ts';
import { forgetReload, reloadOnce } from '../join/reload-once.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="join-nonce"]')?.content ?? '';
const button = byId('choose') as HTMLButtonElement;

button.disabled = false;
button.addEventListener('click', () => void choose());

async function choose(): Promise<void> {
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  showNote('');
  const answer = await requestReminders(nonce, button.dataset['reminders'] === 'true');
  if (answer.ok) {
    forgetReload();
    // Not a reload, since the page may be the answer to a POST.
    return location.replace(location.href);
  }
  const { code, title, detail } = answer.refused;
  if (code === 'stale_page' && reloadOnce()) return;
  button.disabled = false;
  button.removeAttribute('aria-busy');
  showNote(`${title}. ${detail}`);
}
