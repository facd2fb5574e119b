import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeSmtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import { type MailSimulator, startMailSimulator } from '../../../src/sandbox/mail-simulator/simulator.ts';
import { aMail, CALENDAR_FILE, mailAddress } from '../../support/a-mail.ts';

let simulator: MailSimulator;
let now = 0;
beforeEach(async () => {
  simulator = await startMailSimulator({ clock: () => now });
});
afterEach(() => simulator.close());

function send(): Promise<void> {
  const sender = { name: 'Convene', address: mailAddress('meet@acme.org') };
  return makeSmtpMailer({ mailUrl: simulator.url, sender }).send(aMail());
}

test('keeps each mail with when it came, the oldest first, and tells of it', async () => {
  const told: string[] = [];
  simulator.watch(({ id }) => told.push(id));
  now = 1_000;
  await send();
  now = 2_000;
  await send();

  expect(simulator.mails().map(({ id, receivedAt }) => [id, receivedAt])).toEqual([
    ['M1', 1_000],
    ['M2', 2_000],
  ]);
  expect(told).toEqual(['M1', 'M2']);
  expect(simulator.mail('M2')).toMatchObject({
    envelope: { from: 'meet@acme.org', to: ['gina@example.com'] },
    calendar: { method: 'REQUEST', content: CALENDAR_FILE },
  });
  expect(simulator.mail('M3')).toBeNull();
});

test('meets faults in the order they were planned, as often as asked, and keeps nothing it refused', async () => {
  simulator.fault({ at: 'rcpt', times: 2, play: { kind: 'reply', status: 450 } });
  simulator.fault({ at: 'rcpt', play: { kind: 'reply', status: 550 } });

  const codes = [];
  for (const _ of [1, 2, 3]) codes.push(await send().catch(({ code }) => code));
  await send();

  expect(codes).toEqual(['RCPT TO 450', 'RCPT TO 450', 'RCPT TO 550']);
  expect(simulator.mails()).toHaveLength(1);
});

test('answers late where that is planned, and keeps the mail', async () => {
  simulator.fault({ at: 'data', play: { kind: 'slow', ms: 200 } });
  const begunAt = performance.now();
  await send();

  expect(performance.now() - begunAt).toBeGreaterThan(199);
  expect(simulator.mails()).toHaveLength(1);
});
