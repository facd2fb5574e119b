import { byId } from './by-id.ts';

/** Tells the person at once what went wrong, or calmly what happened, under the button; an empty text takes it away. */
export function showNote(text: string, tone: 'wrong' | 'calm' = 'wrong'): void {
  const note = byId('note');
  note.dataset['tone'] = tone;
  note.textContent = text;
  if (text !== '') note.scrollIntoView({ block: 'nearest' });
}
