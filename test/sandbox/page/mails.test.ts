import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeSmtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import type { Mailer } from '../../../src/ports/mailer.ts';
import { type MailSimulator, startMailSimulator } from '../../../src/sandbox/mail-simulator/simulator.ts';
import { aMail, CALENDAR_FILE, mailAddress } from '../../support/a-mail.ts';
import { listenAs, pageClient, until } from './page-client.ts';
import { NOW, type PageServer, startPageServer } from './page-server.ts';
import { ALICE } from './people.ts';

let mailbox: MailSimulator;
let mailer: Mailer;
let page: PageServer;
let client: ReturnType<typeof pageClient>;

beforeEach(async () => {
  mailbox = await startMailSimulator({ clock: () => NOW });
  mailer = makeSmtpMailer({ mailUrl: mailbox.url, sender: { name: 'Convene', address: mailAddress('meet@acme.org') } });
  page = await startPageServer({ mailbox });
  client = pageClient(page);
});
afterEach(() => Promise.all([page.close(), mailbox.close()]));

const SHOWN = {
  id: 'M1',
  at: NOW,
  from: 'Ann (via Convene)',
  to: 'gina@example.com',
  subject: 'Invitation: Stand-up · 会議 🎉',
  href: '/sandbox/mails/M1',
  files: [
    {
      name: 'stand-up.ics',
      title: 'Calendar file',
      bytes: Buffer.byteLength(CALENDAR_FILE),
      href: '/sandbox/mails/M1/files/0',
    },
  ],
};

test('shows a mail to every page, at once and from then on', async () => {
  const stream = await listenAs(ALICE, page);
  await mailer.send(aMail());
  await until(() => stream.events.length > 0);
  stream.stop();

  expect(stream.events).toEqual([{ kind: 'mail', mail: SHOWN }]);
  expect((await client.state(ALICE)).mails).toEqual([SHOWN]);
});

test('shows a mail in our frame alone, without scripts, with its links in new tabs', async () => {
  await mailer.send(aMail({ html: '<!doctype html><html><head><title>x</title></head><body>Hello</body></html>' }));

  const response = await client.get('/mails/M1');

  expect(await response.text()).toBe(
    '<!doctype html><html><head><base target="_blank"><title>x</title></head><body>Hello</body></html>',
  );
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ]);
});

test('hands out what is attached', async () => {
  await mailer.send(aMail());

  const response = await client.get('/mails/M1/files/0');

  expect(response.headers.get('content-disposition')).toBe('attachment; filename=stand-up.ics');
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await response.text()).toBe(CALENDAR_FILE);
});

test.each(['/mails/M2', '/mails/M1/files/1', '/mails/M1/files/-1', '/mails/M1/files/length'])(
  'there is nothing at %s',
  async (path) => {
    await mailer.send(aMail());

    expect((await client.get(path)).status).toBe(404);
  },
);

test('without a mailbox the page has no mails', async () => {
  const other = await startPageServer();
  try {
    expect((await pageClient(other).state(ALICE)).mails).toBeNull();
  } finally {
    await other.close();
  }
});
