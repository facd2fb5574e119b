import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { freePort } from '../support/free-port.ts';

const describeInBrowser = hasChromium('the life of a meeting') ? describe : describe.skip;

describeInBrowser('the life of a meeting', () => {
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

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    await page.goto(sandbox.url);
    return page;
  }

  test('from the form over an answer, a move, a reminder and the call to its end', async () => {
    const page = await openPage();
    const tomorrow = DateTime.now().setZone('Europe/Berlin').plus({ days: 1 });
    await sendCommand(page, '/meet');
    await fillForm(page, 'planning', tomorrow.toISODate() ?? '', '15:00');
    await submit(page, 'Schedule');
    await dialog(page)
      .filter({ hasText: /Scheduled:\s*planning/ })
      .waitFor();
    await submit(page, 'Close');

    await lookAsAt(page, 'Bob Brown', 'planning', '9:00 AM');
    await card(page, 'planning').getByRole('button', { name: 'Accept' }).click();
    await card(page, 'planning').getByText('✓ Accept').waitFor();

    await lookAsAt(page, 'Alice Adler', 'planning', 'Accepted (1)');
    await card(page, 'planning').getByRole('combobox').selectOption({ label: 'Edit…' });
    await submit(page, 'Cancel');
    await card(page, 'planning').getByRole('combobox').selectOption({ label: 'Edit…' });
    await dialog(page).getByRole('textbox', { name: 'Title' }).fill('big planning');
    await submit(page, 'Save');
    await card(page, 'big planning').waitFor();
    if (await dialog(page).isVisible()) await submit(page, 'Close');
    await card(page, 'big planning').getByRole('button', { name: 'Move…' }).click();
    await dialog(page).getByRole('textbox', { name: 'Time', exact: true }).fill('16:30');
    await submit(page, 'Move');
    await dialog(page).filter({ hasText: '16:30–17:00' }).waitFor();
    await submit(page, 'Close');

    await lookAsAt(page, 'Bob Brown', 'big planning', '10:30 AM');
    await page.getByRole('button', { name: '5 min before the next meeting' }).click();
    await page.locator('.message', { hasText: /big planning starts in \d+ minutes, at 10:30 AM/ }).waitFor();
    await page.getByRole('button', { name: '+15 min' }).click();
    await card(page, 'big planning').filter({ hasText: 'Happening now' }).waitFor();
    const bob = await enter(page, 'big planning');

    await bob.getByRole('button', { name: 'Record' }).click();
    await bob.getByRole('button', { name: 'Stop recording' }).click();

    // Who is in is told every 20 seconds at most.
    await page.bringToFront();
    await page.getByRole('button', { name: '+15 min' }).click();
    await lookAsAt(page, 'Alice Adler', 'big planning', 'In the room now: Bob Brown');
    await bob.getByRole('button', { name: 'Leave' }).click();
    await bob.getByText('You left the room.').waitFor();
    await page.getByRole('button', { name: '+1 hour' }).click();
    const over = page.locator('.message', { hasText: 'This meeting is over.' });
    await over.waitFor();
    expect(await over.getByRole('button').allInnerTexts()).toEqual([]);
    expect(await over.getByRole('link').allInnerTexts()).toEqual([expect.stringContaining('16:40')]);
    await page.context().close();
  });

  test('one run of a series is moved, another cancelled, and the rest stays', async () => {
    const page = await openPage();
    await sendCommand(page, '/meet rounds every day 11:15pm @chen');
    await page
      .locator('.message', { hasText: /Scheduled:\s*rounds/ })
      .filter({ hasText: 'every day' })
      .waitFor();

    await lookAsAt(page, 'Alice Adler', 'rounds', '23:15–23:45');
    await card(page, 'rounds').getByRole('button', { name: 'Move…' }).click();
    await dialog(page).getByRole('textbox', { name: 'Time', exact: true }).fill('23:20');
    await dialog(page).getByText('This one only').click();
    await submit(page, 'Move');
    await dialog(page).filter({ hasText: 'this one only' }).waitFor();
    await submit(page, 'Close');
    await card(page, 'rounds').filter({ hasText: '23:20–23:50' }).waitFor();
    await page
      .getByRole('region', { name: 'Simulated time' })
      .getByText(/Next: rounds, .*23:20/)
      .waitFor();

    await card(page, 'rounds').getByRole('button', { name: 'Cancel…' }).click();
    await dialog(page).getByText('This one only').click();
    await submit(page, 'Cancel the meeting');
    await card(page, 'rounds').filter({ hasText: '23:15–23:45' }).waitFor();
    await page.context().close();
  });
});

async function sendCommand(page: Page, line: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Command' }).fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Bob is asked. */
async function fillForm(page: Page, title: string, day: string, time: string): Promise<void> {
  await dialog(page).getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog(page).getByLabel('Bob Brown (@bob)').check({ force: true });
  await dialog(page).getByRole('textbox', { name: 'Day' }).fill(day);
  await dialog(page).getByRole('textbox', { name: 'Time', exact: true }).fill(time);
}

async function submit(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).last().click();
}

/** The message with the join button. */
function card(page: Page, title: string): Locator {
  const heading = page.locator('h1, h2, h3, h4, .header').filter({ hasText: new RegExp(`^${title}$`) });
  return page.locator('.message', { has: page.locator('a', { hasText: 'Join' }) }).filter({ has: heading });
}

/** Reads a card as this person, until it says so. */
async function lookAsAt(page: Page, name: string, title: string, saying: string): Promise<void> {
  await page.bringToFront();
  await page.getByRole('radio', { name }).check({ force: true });
  await page.getByRole('button', { name: 'Convene App' }).click();
  await card(page, title).filter({ hasText: saying }).waitFor();
}

async function enter(page: Page, title: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    card(page, title).getByRole('link', { name: /^Join/ }).click(),
  ]);
  await opened.getByRole('button', { name: /^Join/ }).click();
  await opened.getByText('no call is made').waitFor();
  return opened;
}
