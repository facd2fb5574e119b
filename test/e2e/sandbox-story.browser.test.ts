import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasChromium, launchChromium } from '../support/chromium.ts';

const describeInBrowser = hasChromium('the sandbox, as a newcomer meets it') ? describe : describe.skip;

describeInBrowser('the sandbox, as a newcomer meets it', () => {
  let program: ChildProcess;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    program = spawn(process.execPath, ['build/src/sandbox/main.js'], {
      env: { PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    address = await printedAddress(program);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    program?.kill('SIGTERM');
    if (program?.exitCode === null) await once(program, 'exit');
  });

  async function openPage(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(8_000);
    return context.newPage();
  }

  test('a command typed as Alice ends with Alice and Bob in the room', async () => {
    const page = await openPage(1280, 900);
    const complaints = complaintsOf(page);
    await page.goto(address);
    await page.getByText('This is a simulation.').waitFor();

    await sendCommand(page, '/meet standup tomorrow 9am @bob @chen');
    await page
      .locator('.message', { hasText: /Scheduled:\s*standup/ })
      .filter({ hasText: '09:00–09:30 (Europe/Berlin)' })
      .filter({ hasText: '30 minutes' })
      .filter({ hasText: '@Bob Brown, @Chen Kato' })
      .waitFor();

    await beSomebody(page, 'Bob Brown');
    await page.getByRole('button', { name: 'Convene App' }).click();
    await cardOf(page).filter({ hasText: 'standup' }).filter({ hasText: '3:00 AM' }).waitFor();
    expect(await downloadedFile(page)).toContain('SUMMARY:standup');

    const early = await pressJoin(page);
    await early
      .getByText(/too early|opens/i)
      .first()
      .waitFor();
    expect(await early.getByRole('button', { name: /^Join/ }).isEnabled()).toBe(false);
    await early.close();

    await page.getByRole('button', { name: '5 min before the next meeting' }).click();
    const bob = await enterDemoRoom(await pressJoin(page));
    await beSomebody(page, 'Alice Adler');
    await page.getByRole('button', { name: 'Convene App' }).click();
    const alice = await enterDemoRoom(await pressJoin(page));
    await alice.getByRole('listitem').filter({ hasText: 'Bob Brown' }).waitFor();
    await bob.getByRole('listitem').filter({ hasText: 'Alice Adler' }).waitFor();

    expect(complaints).toEqual([]);
  });

  test('a doubt is shown before anything is sent, and settled by a press', async () => {
    const page = await openPage(390, 780);
    await page.goto(address);
    await sendCommand(page, '/meet dinner plans tomorrow at 7 @chen');
    await page.getByText('Please check before I send it').waitFor();
    await page.getByRole('button', { name: /19:00/ }).click();
    await page.locator('.message', { hasText: '19:00–19:30' }).waitFor();
    await page.locator('.message').getByRole('button', { name: 'Send' }).click();
    await page.locator('.message', { hasText: /Scheduled:\s*dinner plans/ }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

async function sendCommand(page: Page, line: string): Promise<void> {
  await page.getByRole('combobox').fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

async function beSomebody(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true });
}

/** The message that holds the join button. */
function cardOf(page: Page): Locator {
  return page.locator('.message', { has: page.locator('a', { hasText: 'Join' }) });
}

/** Presses Join in the card, which opens the join page in a tab of its own. */
async function pressJoin(page: Page): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent('page'), cardOf(page).locator('a').first().click()]);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

async function enterDemoRoom(page: Page): Promise<Page> {
  await page.getByRole('button', { name: /^Join/ }).click();
  await page.getByText('no call is made').waitFor();
  return page;
}

async function downloadedFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download/ }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** The address that the program prints, once it serves. */
async function printedAddress(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('the program has no output');
  for await (const line of createInterface({ input: program.stdout })) {
    const [found] = /http:\/\/\S+\/sandbox/.exec(line) ?? [];
    if (found) return found;
  }
  throw new Error('the program ended without printing its address');
}

/** Errors of the page's scripts, and whatever its content policy had to stop. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.context().on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}
