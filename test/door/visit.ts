import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DateTime } from 'luxon';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildBrowser } from '../../src/browser-build/build.ts';
import { type Assets, readAssets } from '../../src/door/assets.ts';
import type { DoorIdentity } from '../../src/door/identity/identity.ts';
import { launchChromium } from '../support/chromium.ts';
import { type FakeDoor, GENUINE } from './fake-door.ts';
import { type ServedDoor, serveDoor } from './serve-door.ts';

/** A browser and the built page, shared by the tests of a file. */
export interface Lobby {
  visit(door: FakeDoor, options?: BrowserContextOptions, identity?: DoorIdentity): Promise<Visit>;
  close(): Promise<void>;
}

/** One person at one join page, in a browser profile of their own. */
export interface Visit {
  readonly page: Page;
  readonly origin: string;
  /** Added to the server's clock. */
  later: { hours: number };
  /** The requests so far, as in `GET /j/…`; `:link` stands for the link. */
  readonly requests: string[];
  /** Requests to other hosts, breaches of the content policy and errors in the page: there should be none. */
  readonly complaints: string[];
  load(): Promise<void>;
  close(): Promise<void>;
}

/** @param compressed serves the compressed files as the product does; making them takes some seconds */
export async function openLobby({ compressed = false } = {}): Promise<Lobby> {
  const folder = await mkdtemp(join(tmpdir(), 'door-assets-'));
  await buildBrowser(resolve('src/browser'), folder, { compressed });
  const assets = readAssets(folder);
  const browser = await launchChromium();
  return {
    visit: (door, options, identity) => makeVisit(browser, assets, door, options, identity),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function makeVisit(
  browser: Browser,
  assets: Assets,
  door: FakeDoor,
  options: BrowserContextOptions = {},
  identity: DoorIdentity | null = null,
): Promise<Visit> {
  const later = { hours: 0 };
  const served = await serveDoor(door, { now: () => DateTime.utc().plus(later) }, assets, identity);
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'America/New_York', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  await watch(context, page, served, { requests, complaints });
  return {
    page,
    origin: served.origin,
    later,
    requests,
    complaints,
    async load() {
      await page.goto(`${served.origin}/j/${GENUINE}`);
    },
    async close() {
      await context.close();
      await served.close();
    },
  };
}

async function watch(
  context: BrowserContext,
  page: Page,
  { origin }: ServedDoor,
  { requests, complaints }: Pick<Visit, 'requests' | 'complaints'>,
): Promise<void> {
  page.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(`${request.method()} ${url.pathname.replace(GENUINE, ':link')}`);
    if (url.protocol !== 'data:' && url.origin !== origin) complaints.push(`asked ${url.host}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await context.exposeFunction('complain', (text: string) => complaints.push(text));
  await context.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
    complain(event.violatedDirective + ' forbids ' + event.blockedURI);
  })`);
}
