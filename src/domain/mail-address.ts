declare const kind: unique symbol;
/** One mailbox in ASCII with its domain in small letters; holds nothing that a header or an envelope could misread. */
export type MailAddress = string & { readonly [kind]: 'mail-address' };

/** Letters, digits and the marks in use, dots between. No quotes, comments or spaces, nor the `%` and `!` of old routes. */
const LOCAL_PART = /^[A-Za-z0-9_](?:[A-Za-z0-9_+'=&~#*/-]|\.(?!\.|$))*$/;
/** What may stand in a domain as people write it; `URL` would take more, such as a port or a path. */
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;

const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/** The address that a text is, all of it, with the domain in punycode; null for anything else (RFC 5321, 4.5.3.1). */
export function readMailAddress(text: string): MailAddress | null {
  const at = text.indexOf('@');
  const [local, written] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local)) return null;
  const domain = asciiDomain(written);
  const address = `${local}@${domain}`;
  return domain === null || address.length > LONGEST_ADDRESS ? null : (address as MailAddress);
}

function asciiDomain(written: string): string | null {
  const url = `http://${written}`;
  if (written.length > LONGEST_ADDRESS || !WRITTEN_DOMAIN.test(written) || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return ASCII_DOMAIN.test(hostname) ? hostname : null;
}
