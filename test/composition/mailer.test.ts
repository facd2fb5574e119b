import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { openMailer } from '../../src/composition/mailer.ts';
import { startMailSimulator } from '../../src/sandbox/mail-simulator/simulator.ts';
import { API_KEY, startSendgridStandIn } from '../adapters/mail/sendgrid-stand-in.ts';
import { aMail } from '../support/a-mail.ts';
import { configWith } from '../support/settings.ts';

const TEN_SECONDS = Duration.fromObject({ seconds: 10 });
const MAIL_FROM = 'Acme meetings <meet@acme.org>';
const unnamed = aMail({ senderName: null });

test('without settings for mail there is no mailer', () => {
  expect(openMailer(configWith({}).mail.transport, TEN_SECONDS)).toBeNull();
});

test('MAIL_URL sends by SMTP, from MAIL_FROM', async () => {
  const simulator = await startMailSimulator({ clock: () => 0 });
  try {
    await openMailer(configWith({ MAIL_URL: simulator.url, MAIL_FROM }).mail.transport, TEN_SECONDS)?.send(unnamed);

    expect(simulator.mails()).toMatchObject([{ from: [{ name: 'Acme meetings', address: 'meet@acme.org' }] }]);
  } finally {
    await simulator.close();
  }
});

test('SENDGRID_API_KEY sends by SendGrid, from MAIL_FROM', async () => {
  const standIn = await startSendgridStandIn();
  try {
    const settings = { SENDGRID_API_KEY: API_KEY, SENDGRID_API_URL: standIn.apiUrl, MAIL_FROM };
    await openMailer(configWith(settings).mail.transport, TEN_SECONDS)?.send(unnamed);

    expect(standIn.bodies).toMatchObject([{ from: { name: 'Acme meetings', email: 'meet@acme.org' } }]);
  } finally {
    await standIn.close();
  }
});
