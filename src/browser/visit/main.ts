import { byId } from '../join/by-id.ts';
import { requestVisit } from '../join/door-client.ts';
import { showLocalTimes } from '../join/local-time.ts';
import { showNote } from '../join/note.ts';
import { reloadOnce } from '../join/reload-once.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="join-nonce"]')?.content ?? '';

showLocalTimes();
document.getElementById('visit')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void visit();
});

async function visit(): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('#visit button');
  const name = byId('name') as HTMLInputElement;
  button?.setAttribute('aria-busy', 'true');
  showNote('');
  const answer = await requestVisit(nonce, name.value);
  if (answer.ok) {
    location.assign(answer.value.url);
    return;
  }
  button?.removeAttribute('aria-busy');
  const { code, title, detail } = answer.refused;
  if (code === 'stale_page' && reloadOnce()) return;
  showNote(`${title}. ${detail}`);
  if (code === 'name_needed') name.focus();
}
