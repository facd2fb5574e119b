import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readAssets } from '../../src/door/assets.ts';
import { seriousFaults } from '../support/axe.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { type ServedUnsubscribe, serveUnsubscribe } from './serve-unsubscribe.ts';

const suite = hasChromium('ending reminders in a browser') ? describe : describe.skip;

suite('ending reminders in a browser', () => {
  let browser: Browser;
  let served: ServedUnsubscribe;

  beforeAll(async () => {
    [browser, served] = await Promise.all([launchChromium(), serveUnsubscribe(readAssets('build/assets'))]);
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test('a press ends them, another brings them back, and a page that cannot reach us says so', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${served.origin}/unsubscribe/genuine`);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop the reminders' }).click();
    await page.getByRole('heading', { name: 'No more reminders', exact: true }).waitFor();
    expect(served.wantsReminders).toBe(false);

    await context.setOffline(true);
    await page.getByRole('button', { name: 'Send me reminders again' }).click();
    await page.getByText('No connection.').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Send me reminders again' }).click();
    await page.getByRole('button', { name: 'Stop the reminders' }).waitFor();
    expect(served.wantsReminders).toBe(true);
  });

  test('without JavaScript it says what to do, and has nothing that could be sent', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.origin}/unsubscribe/genuine`);

    expect(await page.getByRole('button').isDisabled()).toBe(true);
    expect(await page.locator('noscript .note').isVisible()).toBe(true);
    expect(await page.locator('form').count()).toBe(0);
  });
});
