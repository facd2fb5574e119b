import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { buildBrowser } from '../../../src/browser-build/build.ts';
import { readAssets } from '../../../src/door/assets.ts';
import { hasChromium, launchChromium } from '../../support/chromium.ts';
import { until } from './page-client.ts';
import { type PageServer, startPageServer } from './page-server.ts';

const suite = hasChromium('the sandbox page') ? describe : describe.skip;

suite('the sandbox page', () => {
  let browser: Browser;
  let outdir: string;
  let server: PageServer;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    outdir = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
    await buildBrowser(resolve('src/browser'), outdir, { compressed: false });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await rm(outdir, { recursive: true });
  });

  beforeEach(async () => {
    const assets = readAssets(outdir);
    const addresses = { script: assets.url('sandbox/main.ts'), style: assets.url('sandbox/style.css') };
    server = await startPageServer({ assets: addresses, hasHome: true }, express.Router().use(assets.routes));
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      // Refusals that a test asks for are no problem of the page.
      if (message.type() === 'error' && !/Failed to load|net::ERR/.test(message.text())) problems.push(message.text());
    });
    await page.goto(`${server.origin}/sandbox`);
    await page.getByRole('combobox').waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    await server.close();
    expect(problems).toEqual([]);
  });

  const typeIn = async (text: string) => {
    await page.getByRole('combobox').click();
    await page.keyboard.type(text);
  };
  const send = async (line: string) => {
    await typeIn(line);
    await page.keyboard.press('Enter');
    await page.getByText('is scheduled for').waitFor();
  };
  const switchTo = (name: string) => page.getByRole('radio', { name }).check({ force: true });
  const textOf = async (selector: string) => (await page.locator(selector).allInnerTexts()).map(flat);
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

  test('leads a newcomer from the command to the join page', async () => {
    await page.getByRole('button', { name: 'Write it for me' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('Only visible to you', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Switch for me' }).click();
    await page.getByRole('button', { name: 'Move the clock' }).click();
    await page.getByText('No message came').waitFor();
    const [joinPage] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Join' }).click(),
    ]);
    await page.getByText('That was the whole round.').waitFor();

    expect(joinPage.url()).toBe(`${server.origin}/j/standup-U0BOB0000`);
    expect(await joinPage.evaluate('window.opener')).toBeNull();
    expect(server.app.actions).toMatchObject([{ user: { id: 'U0BOB0000' }, actions: [{ action_id: 'join' }] }]);
    await joinPage.close();
  });

  test('says that it is a simulation', async () => {
    expect(await page.getByRole('note').textContent()).toBe(
      'This is a simulation. No real Slack, no real calls; nothing leaves this machine.',
    );
  });

  test('shows one and the same instant in the zone of whoever looks', async () => {
    await send('/meet standup tomorrow 9am @bob @chen');
    expect(await textOf('.message time[title]')).toContain('tomorrow at 09:00');
    await switchTo('Bob');
    await page.getByText('tomorrow at 3:00 AM').waitFor();
    await switchTo('Chen');
    await page.getByText('tomorrow at 5:00 PM').waitFor();
  });

  test('shows nobody the private answer of another', async () => {
    await send('/meet standup tomorrow 9am @bob');
    await switchTo('Bob');
    await page.getByRole('button', { name: 'team' }).click();

    expect(await page.getByText('is scheduled for').count()).toBe(0);
    expect(await page.getByText('Nothing in #team yet').isVisible()).toBe(true);
  });

  test('counts for each person what they have not seen', async () => {
    await send('/meet standup tomorrow 9am @bob @chen');
    await page.locator('.person .badge:visible').nth(1).waitFor();
    expect(await textOf('.person .badge:visible')).toEqual(['2', '2']);
    await switchTo('Bob');
    await page.locator('.message').nth(1).waitFor();
    await until(async () => (await textOf('.person .badge:visible')).join() === '2');
  });

  test('writes out a person chosen with the arrow keys', async () => {
    await typeIn('/meet lunch @');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    expect(await page.getByRole('combobox').inputValue()).toBe('/meet lunch @chen ');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
  });

  test('offers who cannot be invited as well, and says so', async () => {
    await typeIn('/meet lunch @');
    expect((await textOf('[role=option]')).slice(3)).toEqual([
      'Dana Dorn @dana · deactivated, cannot be invited',
      'Robot @robot · bot, cannot be invited',
      'Convene @convene · app, cannot be invited',
    ]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
  });

  test('asks before a button that has a confirmation, and takes Esc for no', async () => {
    await send('/meet standup tomorrow 9am @bob');
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    await undo.press('Enter');
    await page.getByRole('dialog', { name: 'Undo this meeting?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(server.app.actions).toEqual([]);

    await undo.press('Enter');
    const [answer] = await Promise.all([
      page.waitForResponse('**/sandbox/action'),
      page.getByRole('button', { name: 'Undo it' }).click(),
    ]);
    expect(await answer.json()).toMatchObject({ status: 200 });
    expect(server.app.actions).toMatchObject([{ actions: [{ action_id: 'undo' }], container: { is_ephemeral: true } }]);
  });

  test('keeps what was typed when the app fails, and says why', async () => {
    server.app.answerStatus(500);
    await typeIn('/meet help');
    await page.keyboard.press('Enter');

    await page.getByText('The app did not take this: it answered with status 500.').waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('/meet help');
  });

  test('refuses what is not a command', async () => {
    await typeIn('hello');
    await page.keyboard.press('Enter');
    await page.getByText('The sandbox passes on commands only. Start with the slash.').waitFor();
  });

  test('downloads the calendar file', async () => {
    await send('/meet standup tomorrow 9am @bob');
    await switchTo('Bob');
    const file = page.getByRole('link', { name: /^Download .*standup\.ics · 65 bytes$/ });
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('standup.ics');
  });

  test('draws text that pretends to be HTML as text', async () => {
    const direct = await openDirect(server);
    await direct.post([
      { type: 'section', text: { type: 'mrkdwn', text: '&lt;img src=x onerror=alert(1)&gt; <javascript:alert(1)|x>' } },
    ]);
    await switchTo('Bob');
    await page.getByText('<img src=x onerror=alert(1)> <javascript:alert(1)|x>').waitFor();
    expect(await page.locator('.message img, .message a').count()).toBe(0);
  });

  test('fills in a form that the app opens, and shows what is wrong with it', async () => {
    await send('/meet standup tomorrow 9am @bob');
    await page.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('dialog', { name: 'Edit the meeting' });
    await form.getByLabel('Title').fill('x');
    await form.getByLabel('Note').fill('bring coffee');
    await form.getByLabel('Chen Kato (@chen)').uncheck();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('A title has two letters or more.').waitFor();
    expect(await form.getByLabel('Note').inputValue()).toBe('bring coffee');

    await form.getByLabel('Title').fill('Daily');
    await form.getByLabel('Title').press('Enter');
    await form.waitFor({ state: 'hidden' });
    expect(server.app.actions.at(-1)).toMatchObject({
      type: 'view_submission',
      view: {
        state: {
          values: {
            title: { title: { value: 'Daily' } },
            day: { day: { selected_date: '2026-03-03' } },
            time: { time: { selected_time: '09:00', timezone: 'Europe/Berlin' } },
            length: { length: { selected_option: { value: '30' } } },
            people: { people: { selected_users: ['U0BOB0000'] } },
            note: { note: { value: 'bring coffee' } },
          },
        },
      },
    });
  });

  test('asks for a required input before anything is sent, and leaves the form on Esc', async () => {
    await send('/meet standup tomorrow 9am @bob');
    await page.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('dialog', { name: 'Edit the meeting' });
    await form.getByLabel('Title').fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please complete this required field.').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });

    expect(server.app.actions.map(({ type }) => type)).toEqual(['block_actions']);
    expect(server.slack.views('T0ACME000', 'U0ALICE00')).toEqual([]);
  });

  test('opens the home of the app', async () => {
    await page.getByRole('button', { name: 'Convene home' }).click();
    await page.getByText('Your next meetings').waitFor();
    expect(await page.getByRole('combobox').isVisible()).toBe(false);
  });

  test('shows the person at the address, so that two windows can be two people', async () => {
    const other = await browser.newPage();
    await other.goto(`${server.origin}/sandbox#U0CHEN000`);
    await other.getByRole('radio', { name: 'Chen', checked: true }).waitFor();
    await send('/meet standup tomorrow 9am @chen');
    await other.getByRole('button', { name: 'Convene App' }).click();
    await other.getByText('tomorrow at 5:00 PM').waitFor();
    await other.close();
  });

  test('takes up what it missed when the connection comes back', async () => {
    const direct = await openDirect(server);
    server.dropConnections();
    await direct.post([]);
    await page.getByText('Connection lost').waitFor();
    await page.getByText('Connection lost').waitFor({ state: 'hidden' });
    await page.locator('.person .badge:visible').waitFor();
  });

  test('fits a phone, with the people in a drawer that Esc closes', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await send('/meet standup tomorrow 9am @bob');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

    const menu = page.getByRole('button', { name: 'People and conversations' });
    await menu.click();
    await page.getByRole('radio', { name: 'Alice' }).waitFor();
    expect(await page.locator(':focus').getAttribute('value')).toBe('U0ALICE00');
    await page.keyboard.press('Escape');
    expect(await menu.and(page.locator(':focus')).count()).toBe(1);
  });
});

/** Bob's direct message with the app, written to by the app. */
async function openDirect({ slack }: PageServer) {
  const call = async (method: string, body: object) => {
    const headers = { authorization: `Bearer ${slack.teams()[0]?.botToken}`, 'content-type': 'application/json' };
    const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as { ok: boolean; channel: { id: string } };
  };
  const { channel } = await call('conversations.open', { users: 'U0BOB0000' });
  return {
    async post(blocks: readonly object[]): Promise<void> {
      const { ok } = await call('chat.postMessage', {
        channel: channel.id,
        text: 'A message',
        ...(blocks.length > 0 && { blocks }),
      });
      expect(ok).toBe(true);
    },
  };
}
