import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, launchChromium } from '../support/chromium.ts';

const describeInBrowser = hasChromium('the sandbox, as a newcomer meets it') ? describe : describe.skip;

describeInBrowser('the sandbox, as a newcomer meets it', () => {
  let program: ChildProcess;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    program = spawn(process.execPath, ['build/src/sandbox/main.js'], {
      env: { PATH: process.env['PATH'], PORT: '0' },
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

  test('a command typed as Alice ends with Alice and Bob in the room', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(address);
    await page.getByText('This is a simulation.').waitFor();

    await page.getByRole('combobox').fill('/meet standup tomorrow 9am @bob @chen');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const answer = page.locator('.message', { hasText: 'Only visible to you' });
    await answer.getByText('Scheduled: standup').waitFor();
    expect(await answer.innerText()).toMatch(/09:00–09:30 \(Europe\/Berlin\)[\s\S]*30 minutes[\s\S]*@Bob Brown/);

    await beSomebody(page, 'Bob Brown');
    await openDirectMessages(page);
    const card = page.locator('.message', { has: page.getByRole('link', { name: /Join/ }).or(page.getByRole('button', { name: /^Join/ })) });
    expect(await card.innerText()).toMatch(/standup[\s\S]*3:00 AM/);
    expect(await downloadedFile(page)).toContain('SUMMARY:standup');

    const early = await pressJoin(page);
    await early.getByText(/opens/i).first().waitFor();
    await early.close();

    await page.getByRole('button', { name: '5 min before the next meeting' }).click();
    const bob = await pressJoin(page);
    await enterDemoRoom(bob);
    await beSomebody(page, 'Alice Adler');
    await openDirectMessages(page);
    const alice = await pressJoin(page);
    await enterDemoRoom(alice);
    await alice.getByText('Bob Brown').first().waitFor();
    await bob.getByText('Alice Adler').first().waitFor();

    expect(complaints).toEqual([]);
  });
});

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
