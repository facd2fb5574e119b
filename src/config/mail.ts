import { matching, onOff, secret } from './formats.ts';
import type { Format, SettingsReader } from './settings-reader.ts';

export interface MailSettings {
  /** Null: no mail is sent. */
  readonly transport: MailTransport | null;
  /** Guests may be invited by e-mail address. */
  readonly guests: boolean;
  /** Guests prove their address with a mailed code before they join. */
  readonly guestCode: boolean;
}

/** `from` is an address, or a name and an address in angle brackets. */
export type MailTransport =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'sendgrid'; readonly apiKey: string; readonly from: string };

export function readMailSettings(settings: SettingsReader): MailSettings {
  const transport = readTransport(settings);
  const guests = settings.optional('GUESTS', onOff) ?? transport !== null;
  const guestCode = settings.optional('GUEST_CODE', onOff) ?? false;
  if (guests && transport === null) {
    settings.fault({
      name: 'GUESTS',
      kind: 'invalid',
      expected: 'off, since neither MAIL_URL nor SENDGRID_API_KEY is set',
    });
  }
  if (guestCode && !guests) {
    settings.fault({ name: 'GUEST_CODE', kind: 'invalid', expected: 'off, since guests are off' });
  }
  return { transport, guests, guestCode };
}

function readTransport(settings: SettingsReader): MailTransport | null {
  const url = settings.optional('MAIL_URL', smtpUrl);
  const apiKey = settings.optional('SENDGRID_API_KEY', secret(/^SG\.[\w.-]+$/, 'a key that begins with SG.'));
  if (url !== null && apiKey !== null) {
    settings.fault({ name: 'MAIL_URL', kind: 'invalid', expected: 'nothing, since SENDGRID_API_KEY is set' });
  }
  if (url === null && apiKey === null) {
    settings.optional('MAIL_FROM', sender);
    return null;
  }
  const from = settings.required('MAIL_FROM', sender);
  return url !== null ? { kind: 'smtp', url, from } : { kind: 'sendgrid', apiKey: apiKey ?? '', from };
}

const smtpUrl: Format<string> = {
  expected: 'smtp://user:password@host:port or smtps://…',
  parse: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && !isSample(url) ? text : null;
  },
};

function isSample(url: URL): boolean {
  return url.password === 'password' || /^your-/.test(url.password);
}

const sender = matching(
  /^(?:[^<>"\p{Cc}]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u,
  'an address such as meet@example.com, or Convene <meet@example.com>',
);
