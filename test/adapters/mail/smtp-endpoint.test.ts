import { expect, test } from '@jest/globals';
import { smtpEndpoint } from '../../../src/adapters/mail/smtp-endpoint.ts';

const DEMANDED = { secure: false, requireTLS: true, ignoreTLS: false };
const FROM_THE_START = { secure: true, requireTLS: false, ignoreTLS: false };
const NOT_ASKED_FOR = { secure: false, requireTLS: false, ignoreTLS: true };

test.each([
  ['smtp://mail.acme.org', { host: 'mail.acme.org', port: 587, ...DEMANDED }],
  ['smtp://mail.acme.org:2525', { host: 'mail.acme.org', port: 2525, ...DEMANDED }],
  ['smtp://10.0.0.7:25', { host: '10.0.0.7', port: 25, ...DEMANDED }],
  ['smtp://localhost.acme.org', { host: 'localhost.acme.org', port: 587, ...DEMANDED }],
  ['smtp://127.acme.org', { host: '127.acme.org', port: 587, ...DEMANDED }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, ...NOT_ASKED_FOR }],
  ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, ...NOT_ASKED_FOR }],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, ...NOT_ASKED_FOR }],
  ['smtps://mail.acme.org', { host: 'mail.acme.org', port: 465, ...FROM_THE_START }],
  ['smtps://localhost:8465', { host: 'localhost', port: 8465, ...FROM_THE_START }],
])('%s', (address, connection) => {
  expect(smtpEndpoint(address)).toEqual({ connection, login: null });
});

test('reads a login with characters that an address cannot hold', () => {
  expect(smtpEndpoint('smtp://me%40acme.org:p%3Aa%2Fb@mail.acme.org').login).toEqual({
    user: 'me@acme.org',
    pass: 'p:a/b',
  });
});

test.each(['', 'mail.acme.org', 'http://mail.acme.org', 'smtp:///', 'smtp://'])(
  'refuses %p and shows nothing of it',
  (address) => {
    expect(() => smtpEndpoint(address)).toThrow('The mail address has to be smtp://… or smtps://…');
  },
);
