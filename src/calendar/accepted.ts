const LONGEST_LINK = 2000;
const LONGEST_ADDRESS = 254;
const ADDRESS = /^([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64})@([\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*)$/u;
const HIGHEST_SEQUENCE = 2 ** 31 - 1;
const LONGEST_REMINDER_MINUTES = 28 * 24 * 60;

/** @throws RangeError for what could not stand in a file as it is */
export function acceptedUid(uid: string): string {
  if (!/^[\w.@-]{1,255}$/.test(uid)) throw new RangeError('A uid has 1 to 255 letters, digits and -_.@');
  return uid;
}

/** @throws RangeError */
export function acceptedSequence(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > HIGHEST_SEQUENCE)
    throw new RangeError('A sequence counts up from 0');
  return String(sequence);
}

/** @throws RangeError */
export function acceptedLink(link: string): string {
  const href = URL.canParse(link) ? new URL(link).href : '';
  if (!/^https?:/.test(href) || href.length > LONGEST_LINK) throw new RangeError('A join link is a web address');
  return href;
}

/** @throws RangeError */
export function acceptedReminder(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > LONGEST_REMINDER_MINUTES)
    throw new RangeError('A calendar reminds at the start or up to four weeks before');
  return minutes === 0 ? 'PT0S' : `-PT${minutes}M`;
}

/**
 * An address as it stands after `mailto:` (RFC 6068): the domain in ASCII, and encoded what would mean something else
 * in a URI.
 *
 * @throws RangeError for what is no address
 */
export function acceptedAddress(address: string): string {
  const [, local = '', domain = ''] = ADDRESS.exec(address) ?? [];
  // Whatever a browser would not take for a host is none.
  const host = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
  if (local === '' || host === '' || address.length > LONGEST_ADDRESS)
    throw new RangeError('An address has the form name@host');
  return `${local.replaceAll(/[^\w.!$'*+~-]/gu, encodeURIComponent)}@${host}`;
}
