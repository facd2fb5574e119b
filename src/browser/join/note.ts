import { byId } from './by-id.ts';

/** Tells the person at once what went wrong, under the button; an empty text takes it away. */
export function showNote(text: string): void {
  byId('note').textContent = text;
}
