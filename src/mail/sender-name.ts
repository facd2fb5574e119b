import { plainLine } from '../domain/plain-text.ts';

const LONGEST_NAME = 80;

/** `Ann (via Convene)`, since the mail comes from our address and not from Ann's; null when nobody is named. */
export function senderName(organizerName: string | null): string | null {
  const name = plainLine(organizerName ?? '', LONGEST_NAME);
  return name === '' ? null : `${name} (via Convene)`;
}
