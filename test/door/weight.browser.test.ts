import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Request } from 'playwright-core';
import { hasChromium } from '../support/chromium.ts';
import { visitCall } from './call-visit.ts';
import { type Lobby, openLobby } from './visit.ts';

const suite = hasChromium('the weight of the join page') ? describe : describe.skip;

suite('the weight of the join page', () => {
  let lobby: Lobby;

  beforeAll(async () => {
    lobby = await openLobby({ compressed: true });
  });

  afterAll(() => lobby.close());

  test('it paints with 16 KB, and the call costs 350 KB more after the press', async () => {
    const visit = await visitCall(lobby);
    const done: Request[] = [];
    visit.page.on('requestfinished', (request) => {
      if (request.url().startsWith(visit.origin)) done.push(request);
    });

    await visit.load();
    await visit.painted();
    await visit.page.waitForLoadState('networkidle');
    const paint = await weigh(done.splice(0));
    await visit.page.locator('#join').click();
    await visit.page.getByText('Joining as').waitFor();
    await visit.page.waitForLoadState('networkidle');
    const call = await weigh(done.splice(0));
    await visit.close();

    process.stderr.write(
      `The join page, gzip: ${describeWeight(paint)} until it paints, ${describeWeight(call)} for the call.\n`,
    );
    expect([paint.files, paint.bytes < 16_384, call.bytes < 358_400]).toEqual([3, true, true]);
  });
});

interface Weight {
  readonly files: number;
  readonly bytes: number;
}

async function weigh(requests: readonly Request[]): Promise<Weight> {
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  const bytes = sizes.reduce(
    (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
    0,
  );
  return { files: requests.length, bytes };
}

function describeWeight({ files, bytes }: Weight): string {
  return `${(bytes / 1024).toFixed(1)} KB in ${files} files`;
}
