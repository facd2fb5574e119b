import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { freePort } from '../support/free-port.ts';

const ZOE = 'zoe@example.com';

const describeInBrowser = hasChromium('a guest in the sandbox') ? describe : describe.skip;

describeInBrowser('a guest in the sandbox', () => {
  let sandbox: Sandbox;
  let browser: Browser;

  beforeAll(async () => {
    const log = pino({ level: 'silent' });
    sandbox = await startSandbox({ port: await freePort(), browserFiles: resolve('build/assets'), log });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  test('is invited by a command, answers from the mail, is reminded, and joins', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    await page.goto(sandbox.url);
    await page.getByRole('combobox').fill(`/meet review tomorrow 9am ${ZOE}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');

    const invited = await openMail(page, /^To zoe@example.com Invitation: review/);
    const answering = await followed(page, () => invited.getByRole('link', { name: 'Yes' }).click());
    await answering.getByText('Press “Yes” to send your answer.').waitFor();
    await answering.getByRole('button', { name: 'Yes' }).click();
    await answering.getByText('You said that you are coming.').waitFor();
    expect(await answering.getByRole('button', { name: 'Join the meeting' }).isEnabled()).toBe(false);
    await answering.close();

    await page.getByRole('button', { name: '5 min before the next meeting' }).click();
    const reminded = await openMail(page, /^To zoe@example.com Soon: review/);
    await reminded.getByText('Your video meeting starts soon').waitFor();
    const joining = await followed(page, () => reminded.getByRole('link', { name: 'Join' }).click());
    await joining.getByText('You said that you are coming.').waitFor();
    // Guests from outside wait for a host.
    await joining.getByText('The host is not here yet').waitFor();

    await page.bringToFront();
    await page.getByRole('button', { name: 'Convene App' }).click();
    const host = await followed(page, () =>
      page.locator('.message', { hasText: 'review' }).getByRole('link', { name: /^Join/ }).first().click(),
    );
    await host.getByRole('button', { name: /^Join/ }).click();
    await host.getByText('no call is made').waitFor();
    await joining.bringToFront();
    await joining.reload();
    await joining.getByRole('button', { name: 'Join the meeting' }).click();
    await joining.getByText('no call is made').waitFor();

    expect(sandbox.mail.mails().map(({ envelope, subject }) => [...envelope.to, subject.split(':')[0]])).toEqual([
      [ZOE, 'Invitation'],
      [ZOE, 'Soon'],
    ]);
    await context.close();
  });
});

async function openMail(page: Page, name: RegExp) {
  await page.getByRole('button', { name: 'Guests’ mail' }).click();
  await page.getByRole('button', { name }).first().click();
  return page.frameLocator('iframe');
}

/** The page that a click opens in a tab of its own. */
async function followed(page: Page, click: () => Promise<void>): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent('page'), click()]);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}
