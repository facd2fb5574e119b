import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { cancellationMail, takenOffMail } from '../../src/mail/cancellation-mail.ts';
import { codeMail } from '../../src/mail/code-mail.ts';
import { invitationMail } from '../../src/mail/invitation-mail.ts';
import type { MailText } from '../../src/mail/mail-text.ts';
import { reminderMail } from '../../src/mail/reminder-mail.ts';
import { updateMail } from '../../src/mail/update-mail.ts';
import { seriousFaults } from '../support/axe.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { at, JOIN_URL, someFacts } from './some-facts.ts';

const facts = { ...someFacts(), title: 'w'.repeat(150), organizerName: 'w'.repeat(80), notes: 'w'.repeat(500) };
const before = { startsAt: at('2026-02-10T16:00'), endsAt: at('2026-02-12T16:30') };
const MAILS: readonly (readonly [string, MailText])[] = [
  ['invitation', invitationMail({ ...facts, joinUrl: JOIN_URL })],
  ['move', updateMail({ ...facts, joinUrl: JOIN_URL, before })],
  ['cancellation', cancellationMail({ ...facts, isOneOfMany: false })],
  ['taken off', takenOffMail(facts)],
  ['reminder', reminderMail({ ...facts, joinUrl: JOIN_URL, unsubscribeUrl: 'https://meet.acme.org/unsubscribe/u1' })],
  ['code', codeMail({ ...facts, code: '042817', validMinutes: 10 })],
];

const describeInBrowser = hasChromium('the mails, as they look') ? describe : describe.skip;

describeInBrowser('the mails, as they look', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const cases = MAILS.flatMap(([name, mail]) =>
    (
      [
        ['light', 390],
        ['dark', 1000],
      ] as const
    ).map(([scheme, width]) => ({ name, mail, scheme, width })),
  );

  test.each(cases)('$name, $scheme, $width pixels wide', async ({ mail, scheme, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(mail.html);

    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(asked).toEqual([]);
    await page.close();
  });
});
