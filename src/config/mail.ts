import { type MailAddress, readMailAddress } from '../domain/mail-address.ts';
import { apiBase } from './addresses.ts';
import { onOff, secret } from './formats.ts';
import type { Format, SettingsReader } from './settings-reader.ts';

export interface MailSettings {
  /** Null: no mail is sent. */
  readonly transport: MailTransport | null;
  /** Guests may be invited by e-mail address. */
  readonly guests: boolean;
  /** Guests prove their address with a mailed code before they join. */
  readonly guestCode: boolean;
}

export type MailTransport =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: MailSender }
  /** `apiUrl` has no slash at the end. */
  | { readonly kind: 'sendgrid'; readonly apiKey: string; readonly apiUrl: string; readonly from: MailSender };

export interface MailSender {
  /** May be empty. */
  readonly name: string;
  readonly address: MailAddress;
}

export function readMailSettings(settings: SettingsReader): MailSettings {
  const transport = readTransport(settings);
  const guests = settings.optional('GUESTS', onOff) ?? transport !== null;
  // Nobody outside can sign in with Slack. Also where guests are off: who was invited before may still come.
  const othersProve = settings.text('JOIN_IDENTITY') === 'slack';
  const chosenCode = settings.optional('GUEST_CODE', onOff);
  const guestCode = chosenCode ?? othersProve;
  if (guests && transport === null) {
    settings.fault({
      name: 'GUESTS',
      kind: 'invalid',
      expected: 'off, since neither MAIL_URL nor SENDGRID_API_KEY is set',
    });
  }
  if (othersProve && chosenCode === false) {
    const expected = 'on, since with JOIN_IDENTITY=slack no link lets anybody in alone; GUESTS=off leaves guests out';
    settings.fault({ name: 'GUEST_CODE', kind: 'invalid', expected });
  }
  if (chosenCode && !guests) {
    settings.fault({ name: 'GUEST_CODE', kind: 'invalid', expected: 'off, since guests are off' });
  }
  return { transport, guests, guestCode };
}

function readTransport(settings: SettingsReader): MailTransport | null {
  const url = settings.optional('MAIL_URL', smtpUrl);
  const apiKey = settings.optional('SENDGRID_API_KEY', secret(/^SG\.[\w.-]+$/, 'a key that begins with SG.'));
  const apiUrl = settings.optional('SENDGRID_API_URL', apiBase) ?? 'https://api.sendgrid.com';
  const from = settings.optional('MAIL_FROM', sender);
  if (url !== null && apiKey !== null) {
    settings.fault({ name: 'MAIL_URL', kind: 'invalid', expected: 'nothing, since SENDGRID_API_KEY is set' });
  }
  if (url === null && apiKey === null) return null;
  if (from === null) settings.fault({ name: 'MAIL_FROM', kind: 'missing', expected: sender.expected });
  const known = from ?? NOBODY;
  if (apiKey !== null) return { kind: 'sendgrid', apiKey, apiUrl, from: known };
  return { kind: 'smtp', url: url ?? '', from: known };
}

const NOBODY: MailSender = { name: '', address: '' as MailAddress };

const smtpUrl: Format<string> = {
  expected: 'smtp://user:password@host:port or smtps://…, and nothing behind the port',
  parse: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && isSmtpUrl(url) && !isSample(url) ? text : null;
  },
};

function isSmtpUrl({ protocol, hostname, username, password, pathname, search, hash }: URL): boolean {
  const hasRest = !['', '/'].includes(pathname) || search !== '' || hash !== '';
  return /^smtps?:$/.test(protocol) && hostname !== '' && !hasRest && canDecode(username) && canDecode(password);
}

function canDecode(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function isSample(url: URL): boolean {
  return url.password === 'password' || /^your-/.test(url.password);
}

const sender: Format<MailSender> = {
  expected: 'an address such as meet@example.com, or Convene <meet@example.com>',
  parse: (text) => {
    const [, name = '', named] = /^([^<>"\p{Cc}]{1,100}) <([^<>]+)>$/u.exec(text) ?? [];
    const address = readMailAddress(named ?? text);
    return address === null ? null : { name, address };
  },
};
