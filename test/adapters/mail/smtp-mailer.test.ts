import { afterEach, expect, test } from '@jest/globals';
import { makeSmtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import type { MailSimulatorFault } from '../../../src/sandbox/mail-simulator/mail-faults.ts';
import type { SimMail } from '../../../src/sandbox/mail-simulator/sim-mail.ts';
import {
  type MailSimulator,
  type MailSimulatorOptions,
  startMailSimulator,
} from '../../../src/sandbox/mail-simulator/simulator.ts';
import { type ArrivedMail, describeMailer, type Trouble } from '../../contracts/mailer.contract.ts';
import { aMail, mailAddress } from '../../support/a-mail.ts';

const SENDER = { name: 'Convene', address: mailAddress('meet@acme.org') };
/** Long enough for a busy machine to get as far as the silence. */
const HURRIED_MS = 1_500;

const TROUBLES: Readonly<Record<Trouble, MailSimulatorFault>> = {
  busy: { at: 'rcpt', play: { kind: 'reply', status: 451, enhanced: '4.7.1' } },
  'no-such-mailbox': { at: 'rcpt', play: { kind: 'reply', status: 550, enhanced: '5.1.1' } },
  'bad-mail': { at: 'data', play: { kind: 'reply', status: 554, enhanced: '5.6.0' } },
  'bad-sender': { at: 'mail', play: { kind: 'reply', status: 550, enhanced: '5.7.1' } },
  'cut-before': { at: 'data', play: { kind: 'cut' } },
  'cut-after': { at: 'data', play: { kind: 'cut-after' } },
  silent: { at: 'data', play: { kind: 'silent' } },
};

describeMailer('SMTP', async () => {
  const simulator = await startMailSimulator({ clock: () => 0 });
  return {
    mailer: makeSmtpMailer({ mailUrl: simulator.url, sender: SENDER }),
    hurried: makeSmtpMailer({ mailUrl: simulator.url, sender: SENDER, timeoutMs: HURRIED_MS }),
    arrived: () => simulator.mails().map(arrivedMail),
    next: (trouble) => simulator.fault(TROUBLES[trouble]),
    close: simulator.close,
  };
});

let simulator: MailSimulator | null = null;
afterEach(() => simulator?.close());

async function open(options: Partial<MailSimulatorOptions> = {}): Promise<MailSimulator> {
  simulator = await startMailSimulator({ clock: () => 0, ...options });
  return simulator;
}

test.each<[MailSimulatorFault['at'], number, string, object]>([
  ['connect', 421, '', { kind: 'unavailable', ambiguous: false }],
  ['connect', 554, '5.7.1', { kind: 'unavailable', ambiguous: false }],
  ['mail', 451, '4.3.0', { kind: 'unavailable', code: 'MAIL FROM 451 4.3.0' }],
  ['mail', 530, '5.7.0', { kind: 'unauthorized', code: 'MAIL FROM 530 5.7.0' }],
  ['mail', 552, '5.3.4', { kind: 'refused', code: 'MAIL FROM 552 5.3.4' }],
  ['rcpt', 452, '4.2.2', { kind: 'unavailable', code: 'RCPT TO 452 4.2.2' }],
  ['rcpt', 503, '5.5.1', { kind: 'unavailable', code: 'RCPT TO 503 5.5.1' }],
  ['rcpt', 550, '', { kind: 'refused-address', code: 'RCPT TO 550' }],
  ['rcpt', 552, '5.2.2', { kind: 'refused-address', code: 'RCPT TO 552 5.2.2' }],
  ['rcpt', 554, '5.7.1', { kind: 'refused', code: 'RCPT TO 554 5.7.1' }],
  ['rcpt', 553, '5.1.8', { kind: 'refused', code: 'RCPT TO 553 5.1.8' }],
  ['data', 451, '4.7.0', { kind: 'unavailable', code: 'DATA 451 4.7.0', ambiguous: false }],
  ['data', 550, '5.1.1', { kind: 'refused-address', code: 'DATA 550 5.1.1' }],
  ['data', 550, '5.7.1', { kind: 'refused', code: 'DATA 550 5.7.1' }],
  ['data', 554, '', { kind: 'refused', code: 'DATA 554' }],
])('at %s, %i %s', async (at, status, enhanced, fault) => {
  const { url, fault: plan } = await open();
  plan({ at, play: { kind: 'reply', status, enhanced } });

  const sending = makeSmtpMailer({ mailUrl: url, sender: SENDER }).send(aMail());

  await expect(sending).rejects.toMatchObject({ ...fault, name: 'MailFault' });
});

test.each(['mail', 'rcpt'] as const)('knows that nothing arrived when the connection is cut at %s', async (at) => {
  const { url, fault, mails } = await open();
  fault({ at, play: { kind: 'cut' } });

  const sending = makeSmtpMailer({ mailUrl: url, sender: SENDER }).send(aMail());

  await expect(sending).rejects.toMatchObject({ kind: 'unavailable', ambiguous: false, code: 'ECONNECTION' });
  expect(mails()).toEqual([]);
});

test('gives up in time when the server falls silent before the mail, and knows that nothing arrived', async () => {
  const { url, fault } = await open();
  fault({ at: 'rcpt', play: { kind: 'silent' } });

  const sending = makeSmtpMailer({ mailUrl: url, sender: SENDER, timeoutMs: HURRIED_MS }).send(aMail());

  await expect(sending).rejects.toMatchObject({ kind: 'unavailable', ambiguous: false, code: 'ETIMEDOUT' });
});

test('logs in as the address says', async () => {
  const { url, mails } = await open({ login: { user: 'me@acme.org', pass: 'p@ss:w/rd' } });
  const mailUrl = url.replace('//', '//me%40acme.org:p%40ss%3Aw%2Frd@');

  await makeSmtpMailer({ mailUrl, sender: SENDER }).send(aMail());

  expect(mails()).toHaveLength(1);
});

test.each([
  ['a wrong password', '//me:wrong-s3cret@', { kind: 'unauthorized', code: 'AUTH PLAIN 535 5.7.8' }],
  ['no login', '//', { kind: 'unauthorized', code: 'MAIL FROM 530' }],
])('names %s as what the operator has to mend, and shows none of it', async (_, login, fault) => {
  const { url } = await open({ login: { user: 'me', pass: 'right' } });

  const error = await makeSmtpMailer({ mailUrl: url.replace('//', login), sender: SENDER })
    .send(aMail())
    .catch((thrown: Error) => thrown);

  expect(error).toMatchObject(fault);
  expect(`${error} ${(error as Error).cause}`).not.toMatch(/s3cret|gina/);
});

test('says nothing in the clear where the address asks for TLS', async () => {
  const { url, mails } = await open();

  const sending = makeSmtpMailer({ mailUrl: url.replace('smtp:', 'smtps:'), sender: SENDER }).send(aMail());

  await expect(sending).rejects.toMatchObject({ kind: 'unavailable', ambiguous: false });
  expect(mails()).toEqual([]);
});

test('an invitation is built the way mail programs need it', async () => {
  const { url, mails } = await open();
  await makeSmtpMailer({ mailUrl: url, sender: SENDER }).send(aMail());

  const [mail] = mails();
  expect(partsOf(mail)).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain; charset=utf-8',
    'text/html; charset=utf-8',
    'text/calendar; charset=utf-8; method=REQUEST',
    'application/ics; name=stand-up.ics',
  ]);
  expect(mail?.headers.map(({ name }) => name).sort()).toEqual([
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'reply-to',
    'subject',
    'to',
  ]);
  expect(mail?.envelope.from).toBe('meet@acme.org');
});

/** The types of all parts in order, without their boundaries. */
function partsOf(mail: SimMail | undefined): string[] {
  const lines = Buffer.from(mail?.raw ?? [])
    .toString('latin1')
    .replaceAll(/\r\n[ \t]+/g, ' ');
  return [...lines.matchAll(/^Content-Type: (.*)$/gm)].map(([, type = '']) =>
    type.trim().replace(/;\s*boundary="[^"]*"/, ''),
  );
}

const USUAL_HEADERS = new Set([
  ...['content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to'],
  'content-transfer-encoding',
]);

function arrivedMail(mail: SimMail): ArrivedMail {
  const { envelope, messageId, from, to, replyTo, subject, text, html, calendar, attachments, headers } = mail;
  const more = headers.filter(({ name }) => !USUAL_HEADERS.has(name));
  return {
    ...{ envelopeTo: envelope.to, messageId, from, to, replyTo, subject, text, html, calendar },
    attachments: attachments.map(({ filename, contentType, bytes }) => ({
      filename,
      contentType,
      content: Buffer.from(bytes).toString(),
    })),
    moreHeaders: Object.fromEntries(more.map(({ name, line }) => [name, line.slice(line.indexOf(':') + 1).trim()])),
  };
}
