import type { Request } from 'express';
import { USUAL_LOCALE } from '../usecases/locale-of.ts';

/** By which locale whoever asks for a page reads times. */
export function readerLocale(req: Request): string {
  const [first = '*'] = req.acceptsLanguages();
  return first === '*' ? USUAL_LOCALE : first;
}
