import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Browser } from 'playwright-core';
import { makeSmtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import { buildBrowser } from '../../../src/browser-build/build.ts';
import { readAssets } from '../../../src/door/assets.ts';
import { invitationMail } from '../../../src/mail/invitation-mail.ts';
import { type MailSimulator, startMailSimulator } from '../../../src/sandbox/mail-simulator/simulator.ts';
import { someFacts } from '../../mail/some-facts.ts';
import { aMail, mailAddress } from '../../support/a-mail.ts';
import { seriousFaults } from '../../support/axe.ts';
import { hasChromium, launchChromium } from '../../support/chromium.ts';
import { NOW, type PageServer, startPageServer } from './page-server.ts';

const suite = hasChromium('the guests’ mail on the sandbox page') ? describe : describe.skip;

suite('the guests’ mail on the sandbox page', () => {
  let browser: Browser;
  let outdir: string;
  let mailbox: MailSimulator;
  let server: PageServer;

  beforeAll(async () => {
    outdir = await mkdtemp(join(tmpdir(), 'sandbox-mail-'));
    await buildBrowser(resolve('src/browser'), outdir, { compressed: false });
    browser = await launchChromium();
    mailbox = await startMailSimulator({ clock: () => NOW });
    const assets = readAssets(outdir);
    const addresses = { script: assets.url('sandbox/main.ts'), style: assets.url('sandbox/style.css') };
    server = await startPageServer({ assets: addresses, mailbox }, express.Router().use(assets.routes));
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.close(), mailbox?.close(), rm(outdir, { recursive: true })]);
  });

  test.each([1280, 390])('is read, and joined from, %i pixels wide', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${server.origin}/sandbox`);
    await page.getByRole('combobox').waitFor();

    const joinUrl = `${server.origin}/j/guest`;
    const mail = invitationMail({ ...someFacts(), joinUrl, notes: '<script>document.title = "broken"</script>' });
    const sender = { name: 'Convene', address: mailAddress('meet@acme.org') };
    await makeSmtpMailer({ mailUrl: mailbox.url, sender }).send(aMail(mail));

    if (width < 760) await page.getByRole('button', { name: /^People and conversations/ }).click();
    await page.getByRole('button', { name: 'Guests’ mail' }).filter({ hasText: '1' }).click();
    await page
      .getByRole('button', { name: /^To gina@example.com Invitation: Quarterly planning/ })
      .first()
      .click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Quarterly planning' }).waitFor();

    expect(await page.getByRole('link', { name: /^Download Calendar file stand-up.ics/ }).count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const [joinPage] = await Promise.all([
      context.waitForEvent('page'),
      frame.getByRole('link', { name: 'Join' }).click(),
    ]);
    await joinPage.waitForLoadState();
    expect(joinPage.url()).toBe(joinUrl);
    expect(await joinPage.textContent('body')).toBe('The join page');
    expect(problems).toEqual([]);
    await context.close();
  });
});
