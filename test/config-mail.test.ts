import { expect, test } from '@jest/globals';
import type { MailSettings } from '../src/config/mail.ts';
import type { Environment } from '../src/config/settings-reader.ts';
import { mailAddress } from './support/a-mail.ts';
import { configWith, refusedNames } from './support/settings.ts';

const MAIL_URL = 'smtp://127.0.0.1:25';
const SENDGRID_API_KEY = 'SG.a.b';
const MAIL_FROM = 'meet@acme.org';
const SIGNING_IN = {
  JOIN_IDENTITY: 'slack',
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: '0f3a9c4471be4d0c8a2e',
};
const ACME = { name: '', address: mailAddress('meet@acme.org') };

test.each<[string, Environment, Partial<MailSettings>]>([
  ['without either way of sending there is no mail, and there are no guests', {}, { transport: null, guests: false }],
  [
    'mail by SMTP lets guests in',
    { MAIL_URL, MAIL_FROM: 'Convene <meet@acme.org>' },
    { transport: { kind: 'smtp', url: MAIL_URL, from: { ...ACME, name: 'Convene' } }, guests: true, guestCode: false },
  ],
  [
    'mail by SendGrid may leave guests out',
    { SENDGRID_API_KEY, MAIL_FROM, GUESTS: 'off' },
    {
      transport: { kind: 'sendgrid', apiKey: 'SG.a.b', apiUrl: 'https://api.sendgrid.com', from: ACME },
      guests: false,
    },
  ],
  [
    'SendGrid may be asked in Europe',
    { SENDGRID_API_KEY, SENDGRID_API_URL: 'https://api.eu.sendgrid.com/', MAIL_FROM },
    { transport: { kind: 'sendgrid', apiKey: 'SG.a.b', apiUrl: 'https://api.eu.sendgrid.com', from: ACME } },
  ],
  ['guests may have to prove their address', { MAIL_URL, MAIL_FROM, GUEST_CODE: 'on' }, { guestCode: true }],
  ['so they have to where members sign in', { ...SIGNING_IN, MAIL_URL, MAIL_FROM }, { guests: true, guestCode: true }],
  [
    'who was invited before guests were left out has to prove it too',
    { ...SIGNING_IN, MAIL_URL, MAIL_FROM, GUESTS: 'off' },
    { guests: false, guestCode: true },
  ],
])('%s', (_, settings, expected) => {
  expect(configWith(settings).mail).toMatchObject(expected);
});

test.each<[string, Environment, string[]]>([
  ['mail without a sender', { MAIL_URL }, ['MAIL_FROM']],
  ['guests, but mail without a sender', { MAIL_URL, GUESTS: 'on' }, ['MAIL_FROM']],
  ['a sender that is no address', { MAIL_URL, MAIL_FROM: 'Convene' }, ['MAIL_FROM']],
  ['a sender with a line break', { MAIL_URL, MAIL_FROM: 'A\r\nBcc: <b@c.de>' }, ['MAIL_FROM']],
  ['a bad sender although there is no mail', { MAIL_FROM: 'Convene' }, ['MAIL_FROM']],
  ['a mail server of another kind', { MAIL_URL: 'https://mail.acme.org', MAIL_FROM }, ['MAIL_URL']],
  ['a mail server with a path', { MAIL_URL: 'smtp://mail.acme.org/inbox', MAIL_FROM }, ['MAIL_URL']],
  ['a mail password that is not escaped', { MAIL_URL: 'smtp://me:100%@mail.acme.org', MAIL_FROM }, ['MAIL_URL']],
  ['a sample password', { MAIL_URL: 'smtp://user:password@mail.acme.org', MAIL_FROM }, ['MAIL_URL']],
  ['SendGrid without https', { SENDGRID_API_URL: 'http://api.sendgrid.com' }, ['SENDGRID_API_URL']],
  ['two ways of mailing', { MAIL_URL, SENDGRID_API_KEY, MAIL_FROM }, ['MAIL_URL']],
  ['guests without mail', { GUESTS: 'on' }, ['GUESTS']],
  ['codes without guests', { GUEST_CODE: 'on' }, ['GUEST_CODE']],
  [
    'links alone for guests where members sign in',
    { ...SIGNING_IN, MAIL_URL, MAIL_FROM, GUEST_CODE: 'off' },
    ['GUEST_CODE'],
  ],
])('refuses %s', (_, settings, names) => {
  expect(refusedNames(settings)).toEqual(names);
});
