import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { noAssets } from './client.ts';
import { type ServedUnsubscribe, serveUnsubscribe } from './serve-unsubscribe.ts';

let served: ServedUnsubscribe;

beforeEach(async () => {
  served = await serveUnsubscribe(noAssets);
});

afterEach(() => served.close());

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

function post(body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}, token = 'genuine') {
  return fetch(`${served.origin}/unsubscribe/${token}`, { method: 'POST', body, headers });
}

async function pageOf(answer: Response): Promise<{ page: string; nonce: string }> {
  const page = await answer.text();
  return { page, nonce: /name="join-nonce" content="([^"]+)"/.exec(page)?.[1] ?? '' };
}

const open = async () => pageOf(await fetch(`${served.origin}/unsubscribe/genuine`));

/** As the page's script does, but for these headers. */
async function press(reminders: unknown, changes: Record<string, string> = {}) {
  const { nonce } = await open();
  const headers = { 'Content-Type': 'application/json', Origin: served.origin, 'X-Join-Nonce': nonce, ...changes };
  const answer = await post(JSON.stringify({ reminders }), headers);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('looking asks, and changes nothing', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(`${served.origin}/unsubscribe/genuine`, { method });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  }
  const { page } = await open();

  expect(page).toContain('Standup &#60;b&#62;');
  expect(page).toContain('Stop the reminders');
  expect(served.wantsReminders).toBe(true);
});

test('the page has no form that a mail scanner could send', async () => {
  expect((await open()).page).not.toMatch(/<form|<input|One-Click/);
});

test('one click in a mail program ends the reminders, and is answered with a way back', async () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  for (const body of [new URLSearchParams(ONE_CLICK), form]) {
    served.wantsReminders = true;
    const answer = await post(body);
    expect([answer.status, served.wantsReminders]).toEqual([200, false]);
    expect((await pageOf(answer)).page).toContain('Send me reminders again');
  }
});

test('a press on our page ends them, and another brings them back', async () => {
  expect(await press(false)).toEqual({ status: 200, body: { reminders: false } });
  expect([served.wantsReminders, (await open()).page.includes('Send me reminders again')]).toEqual([false, true]);

  expect(await press(true)).toEqual({ status: 200, body: { reminders: true } });
  expect([served.wantsReminders, (await open()).page.includes('Stop the reminders')]).toEqual([true, true]);
});

test.each<[string, Record<string, string>, string]>([
  ['without a nonce', { 'X-Join-Nonce': '' }, 'stale_page'],
  ['with a nonce that we did not make', { 'X-Join-Nonce': `1.${'x'.repeat(43)}` }, 'stale_page'],
  ['from another site', { Origin: 'https://evil.example' }, 'wrong_origin'],
])('a press %s changes nothing', async (_, changes, code) => {
  const { status, body } = await press(false, changes);

  expect([status, body['code'], served.wantsReminders]).toEqual([403, code, true]);
  expect(body['detail']).not.toContain('Join');
});

test('a press that says nothing changes nothing', async () => {
  expect(await press('no')).toMatchObject({ status: 400, body: { code: 'bad_request' } });
  expect(served.wantsReminders).toBe(true);
});

test.each<[string, RequestInit]>([
  ['nothing', {}],
  ['another form', { body: new URLSearchParams({ unsubscribe: 'List-Unsubscribe=One-Click' }) }],
  ['an empty form', { body: new URLSearchParams() }],
  ['text', { body: 'List-Unsubscribe=One-Click' }],
])('a POST with %s only asks', async (_, init) => {
  const answer = await fetch(`${served.origin}/unsubscribe/genuine`, { method: 'POST', ...init });

  expect([answer.status, served.wantsReminders]).toEqual([200, true]);
});

test('an address that is not ours leads nowhere', async () => {
  const answers = await Promise.all([
    fetch(`${served.origin}/unsubscribe/forged`),
    post(new URLSearchParams(ONE_CLICK), {}, 'forged'),
    post('{"reminders":false}', { 'Content-Type': 'application/json' }, 'forged'),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
