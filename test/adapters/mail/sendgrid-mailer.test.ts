import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeSendgridMailer } from '../../../src/adapters/mail/sendgrid-mailer.ts';
import type { Mailer } from '../../../src/ports/mailer.ts';
import { describeMailer } from '../../contracts/mailer.contract.ts';
import { aMail, mailAddress } from '../../support/a-mail.ts';
import { API_KEY, arrivedMail, type SendgridStandIn, startSendgridStandIn } from './sendgrid-stand-in.ts';

function mailerAt(apiUrl: string, { apiKey = API_KEY, timeoutMs = 10_000 } = {}): Mailer {
  const sender = { name: 'Convene', address: mailAddress('meet@acme.org') };
  return makeSendgridMailer({ apiKey, apiUrl, sender, timeoutMs });
}

describeMailer('SendGrid', async () => {
  const standIn = await startSendgridStandIn();
  return {
    mailer: mailerAt(standIn.apiUrl),
    hurried: mailerAt(standIn.apiUrl, { timeoutMs: 1_000 }),
    arrived: () => standIn.bodies.map(arrivedMail),
    next: standIn.next,
    close: standIn.close,
  };
});

let standIn: SendgridStandIn;
beforeEach(async () => {
  standIn = await startSendgridStandIn();
});
afterEach(() => standIn.close());

test('asks for no tracking of any kind', async () => {
  await mailerAt(standIn.apiUrl).send(aMail());

  expect(standIn.bodies).toMatchObject([
    {
      tracking_settings: {
        click_tracking: { enable: false, enable_text: false },
        open_tracking: { enable: false },
        subscription_tracking: { enable: false },
        ganalytics: { enable: false },
      },
    },
  ]);
});

test.each([
  [
    { status: 400, body: { errors: 'none' } },
    { kind: 'refused', code: 'HTTP 400', ambiguous: false },
  ],
  [
    { status: 400, body: { errors: [{ field: 'from.email' }] } },
    { kind: 'unauthorized', code: 'HTTP 400 from.email', ambiguous: false },
  ],
  [
    { status: 400, body: { errors: [{ field: 'to gina@example.com' }] } },
    { kind: 'refused', code: 'HTTP 400' },
  ],
  [{ status: 401 }, { kind: 'unauthorized', retryable: false }],
  [
    { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    { kind: 'refused', retryable: false },
  ],
  [{ status: 413 }, { kind: 'refused', retryable: false }],
  [{ status: 200 }, { kind: 'refused', retryable: false }],
  [{ status: 500 }, { kind: 'unavailable', retryable: true, ambiguous: true }],
  [
    { status: 503, body: 'busy' },
    { kind: 'unavailable', retryable: true, ambiguous: true },
  ],
  [{ status: 429 }, { kind: 'throttled', retryable: true, retryAfterSeconds: null }],
  [
    {
      status: 429,
      headers: {
        date: 'Mon, 02 Mar 2026 09:00:00 GMT',
        'x-ratelimit-reset': String(Date.UTC(2026, 2, 2, 9) / 1000 + 42),
      },
    },
    { kind: 'throttled', retryable: true, retryAfterSeconds: 42 },
  ],
])('takes the answer %j', async (answer, fault) => {
  standIn.next(answer);

  await expect(mailerAt(standIn.apiUrl).send(aMail())).rejects.toMatchObject(fault);
});

test('shows neither the key nor the address in a fault', async () => {
  standIn.next('no-such-mailbox');
  const error = await mailerAt(standIn.apiUrl)
    .send(aMail())
    .catch((thrown: Error) => thrown);
  const refused = await mailerAt(standIn.apiUrl, { apiKey: 'SG.other.s3cret' })
    .send(aMail())
    .catch((thrown: Error) => thrown);

  expect(error).toMatchObject({ message: 'refused-address: HTTP 400 personalizations.0.to.0.email' });
  expect(refused).toMatchObject({ message: 'unauthorized: HTTP 401', cause: undefined });
});
