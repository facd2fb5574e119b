import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

// biome-ignore lint/style/noProcessEnv: where the browser is belongs to the machine, not to the product's settings.
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether tests can drive a browser here; where they cannot, one line says how to change that. */
export function hasChromium(suite: string): boolean {
  if (existsSync(executablePath)) return true;
  process.stderr.write(
    `Skipped "${suite}": no Chromium at ${executablePath}. Install it (apt-get install chromium) or set CHROMIUM_PATH.\n`,
  );
  return false;
}

/** A headless browser with a make-believe camera that needs no permission, and without traffic of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
    ],
  });
}
