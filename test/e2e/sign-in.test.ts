import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SANDBOX_SIGN_IN } from '../../src/sandbox/slack-simulator/openid/app.ts';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import { type CookieBrowser, openCookieBrowser } from '../support/cookie-browser.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const THREE = [ALICE, BOB, CHEN];

let world: World;
let links: { readonly alice: string; readonly bob: string; readonly chen: string };

beforeAll(async () => {
  world = await startWorld({
    settings: {
      JOIN_IDENTITY: 'slack',
      SLACK_CLIENT_ID: SANDBOX_SIGN_IN.clientId,
      SLACK_CLIENT_SECRET: SANDBOX_SIGN_IN.clientSecret,
    },
  });
  await world.meet(`sync ${inMinutes(9)} @bob @chen`);
  await eventually(() => expect(counts(world.slack, THREE, 'sync')).toEqual(oneEach(THREE)));
  const [alice = '', bob = '', chen = ''] = THREE.map((one) => joinUrlOf(inboxOf(world.slack, one, 'sync').cards[0]));
  links = { alice, bob, chen };
});

afterAll(() => world.close());

/** The page's own address to sign in at. */
async function signInUrl(browser: CookieBrowser, link: string): Promise<string> {
  const page = await (await browser.get(link)).text();
  const href = /<a class="button" id="sign-in" href="([^"]+)">/.exec(page)?.[1];
  if (href === undefined) throw new Error('The page does not ask to sign in');
  return world.program.url + href;
}

/** Slack's address, with the answer to who somebody is. */
async function atSlack(browser: CookieBrowser, link: string, user: string): Promise<string> {
  const sent = await browser.get(await signInUrl(browser, link));
  const url = new URL(sent.headers.get('location') ?? '');
  url.searchParams.set('as', user === 'nobody' ? user : `${ACME_TEAM_ID}/${user}`);
  return url.href;
}

async function signIn(browser: CookieBrowser, link: string, user: string): Promise<Response> {
  return browser.follow(await browser.get(await atSlack(browser, link, user)));
}

const mints = () => world.rooms.tokens().length;
const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;
const textOf = async (answer: Response) => (await answer.text()).replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ');

test('who signs in as the invitee comes back to the page, and in', async () => {
  const browser = openCookieBrowser();

  const page = await signIn(browser, links.bob, BOB.id);
  const entry = await browser.press(links.bob);

  expect([page.url, page.status, entry.status]).toEqual([links.bob, 200, 200]);
  expect(await page.text()).not.toContain('Sign in with Slack');
  expect(await entry.json()).toEqual({ sdk: 'demo', authToken: world.rooms.tokens().at(-1)?.token });
});

test('who has only the link is asked to sign in, and gets no token', async () => {
  const before = mints();
  const browser = openCookieBrowser();

  const page = await textOf(await browser.get(links.chen));
  const entry = await browser.press(links.chen);

  expect(page).toContain('please show that you are one of them. Sign in with Slack Join the meeting');
  expect([entry.status, await codeOf(entry), mints()]).toEqual([403, 'sign_in', before]);
});

test('somebody else of the same workspace is told so, in words, and gets no token', async () => {
  const before = mints();
  const browser = openCookieBrowser();

  const refusal = await signIn(browser, links.chen, BOB.id);
  const entry = await browser.press(links.chen);
  const page = await textOf(await browser.get(links.chen));

  expect(refusal.status).toBe(403);
  expect(await textOf(refusal)).toContain(
    'This link is for somebody else in acme You are signed in as Bob Brown. Sign in as another person, or ask the organizer',
  );
  expect([entry.status, await codeOf(entry), mints()]).toEqual([403, 'wrong_person', before]);
  expect(page).toContain('You are signed in as Bob Brown : sign in as another person, or ask Alice Adler');
});

test('the session that lets Bob in at his own link lets him in at no other', async () => {
  const browser = openCookieBrowser();
  await signIn(browser, links.bob, BOB.id);

  expect((await browser.press(links.bob)).status).toBe(200);
  expect((await browser.press(links.alice)).status).toBe(403);
});

test('the cookies are for us alone, on their paths, and name no secret', async () => {
  const browser = openCookieBrowser();
  await signIn(browser, links.bob, BOB.id);

  expect(browser.seen.map((line) => line.replace(/=[^;]*/, '=…').replace(/Expires=[^;]+/, 'Expires=…'))).toEqual([
    'convene-sign-in=…; Max-Age=600; Path=/auth/slack; Expires=…; HttpOnly; SameSite=Lax',
    'convene-sign-in=…; Path=/auth/slack; Expires=…; HttpOnly; SameSite=Lax',
    'convene-session=…; Max-Age=43200; Path=/j; Expires=…; HttpOnly; SameSite=Lax',
  ]);
  expect(browser.seen.join()).not.toContain(links.bob.split('/j/')[1]);
});

test('a sign-in ends only in the browser that began it, only once, and only with its own state', async () => {
  const [mine, other] = [openCookieBrowser(), openCookieBrowser()];
  const back = (await mine.get(await atSlack(mine, links.bob, BOB.id))).headers.get('location') ?? '';
  const before = mints();

  const elsewhere = await other.get(back);
  const changed = await mine.get(back.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`));
  const afterwards = await mine.get(back);

  for (const answer of [elsewhere, changed, afterwards]) {
    expect([answer.status, await textOf(answer)]).toEqual([403, expect.stringContaining('This sign-in is over')]);
  }
  expect((await other.press(links.bob)).status).toBe(403);
  expect(mints()).toBe(before);
});

test('who declines at Slack, or comes back with nothing, can try again', async () => {
  const browser = openCookieBrowser();

  const declined = await signIn(browser, links.bob, 'nobody');

  expect(declined.status).toBe(403);
  expect(await declined.text()).toMatch(/You did not sign in[\s\S]*<a class="button" href="\/auth\/slack\?for=/);
});

test('a forged cookie, one of another purpose and one that is cut prove nothing', async () => {
  const browser = openCookieBrowser();
  await browser.get(await signInUrl(browser, links.bob));
  const attempt = browser.seen[0]?.split(';')[0]?.split('=')[1] ?? '';
  const page = await (await browser.get(links.bob)).text();
  const nonce = /<meta name="join-nonce" content="([^"]+)">/.exec(page)?.[1] ?? '';
  const person = { team: ACME_TEAM_ID, enterprise: null, user: BOB.id, name: 'Bob' };
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${encoded({ alg: 'none' })}.${encoded({ value: person, aud: 'session', exp: 9e9 })}.`;

  for (const cookie of [attempt, attempt.slice(0, -5), unsigned, '', '..', 'x'.repeat(5_000)]) {
    const headers = { origin: world.program.url, 'x-join-nonce': nonce, cookie: `convene-session=${cookie}` };
    const answer = await fetch(links.bob, { method: 'POST', headers });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'sign_in']);
  }
});

test('while Slack is down the person is told to try again, and a new key of Slack is fetched', async () => {
  const browser = openCookieBrowser();
  const callback = (await browser.get(await atSlack(browser, links.bob, BOB.id))).headers.get('location') ?? '';
  world.slack.fault({ method: 'openid.connect.token', play: { kind: 'status', status: 503 } });

  const down = await browser.get(callback);

  expect([down.status, down.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await textOf(down)).toContain('Slack does not answer');
  world.slack.replaceSigningKey();
  expect((await signIn(browser, links.bob, BOB.id)).status).toBe(200);
});

test('an invented ticket leads nowhere, and asks nothing of Slack', async () => {
  const before = world.slack.calls().length;
  const link = links.bob.split('/j/')[1] ?? '';

  for (const query of ['', '?for=', '?for=x', `?for=${link}`, `?for=${link}&for=${link}`]) {
    expect((await fetch(`${world.program.url}/auth/slack${query}`, { redirect: 'manual' })).status).toBe(404);
  }
  expect(world.slack.calls().length).toBe(before);
});

test('only GET signs anybody in', async () => {
  for (const method of ['HEAD', 'POST', 'OPTIONS']) {
    const answer = await fetch(`${world.program.url}/auth/slack/callback`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  }
});

test('nothing was done that a good app does not do, and no secret was printed', async () => {
  await world.quiet();

  world.expectClean();
  expect(world.program.output()).not.toContain(SANDBOX_SIGN_IN.clientSecret);
  const answers = world.program.lines().flatMap(({ msg, answer }) => (/signed in/.test(String(msg)) ? [answer] : []));
  expect(new Set(answers)).toEqual(new Set(['signed in', 'somebody else']));
});
