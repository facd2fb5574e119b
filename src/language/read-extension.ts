import { languagesFor } from './languages/for-locale.ts';
import { amount } from './values.ts';

const AROUND = /^\s*(?:by|for|another)?\s*(.*?)\s*(?:more|longer)?\s*$/is;

/** `15 min`, `by half an hour`, `15`: how many minutes more; null for anything else. */
export function readExtension(rest: string, locale: string): number | null {
  const [, text = ''] = AROUND.exec(rest) ?? [];
  if (/^\d{1,3}$/.test(text)) return Number(text) || null;
  const [by] = languagesFor(locale).flatMap((language) => amount(language, text.toLowerCase()) ?? []);
  return by && by.days === 0 && by.months === 0 && by.minutes > 0 ? by.minutes : null;
}
