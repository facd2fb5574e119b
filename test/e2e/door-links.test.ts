import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nonceOf } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { forgeriesOf } from '../support/forgeries.ts';
import { type Answered, type Asked, openHttpClient } from '../support/http-client.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN } from '../support/people.ts';
import { piecesOf, stringsIn } from '../support/strings-in.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { startWorld, type World } from '../support/world.ts';

const THREE = [ALICE, BOB, CHEN];

let world: World;
/** Of Alice, Bob and Chen. */
let urls: readonly string[];
const client = openHttpClient();

beforeAll(async () => {
  world = await startWorld({ settings: { TRUSTED_PROXY_HOPS: '1' } });
  await world.meet(`genuine ${inMinutes(9)} @bob @chen`);
  await eventually(() => expect(counts(world.slack, THREE, 'genuine')).toEqual(oneEach(THREE)));
  urls = THREE.map((person) => joinUrlOf(inboxOf(world.slack, person, 'genuine').cards[0]));
  await world.quiet();
});

afterAll(async () => {
  client.close();
  await world.close();
});

const bob = () => urls[1] ?? '';
const asked = () => world.slack.calls().length + world.rooms.calls().length;
/** Each from an address of its own, since one address may fail only so often. */
const from = (index: number) => ({ 'x-forwarded-for': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}` });

/** Presses on each link and looks at some, all from different addresses. */
async function tryAll(
  links: readonly string[],
  lookAtEach: number,
): Promise<{ looks: Answered[]; presses: Answered[] }> {
  const headers = { origin: world.program.url, 'x-join-nonce': await nonceOf(bob()) };
  const send = (link: string, index: number, init: Asked) =>
    client.ask(`${world.program.url}/j/${link}`, { ...init, headers: { ...init.headers, ...from(index) } });
  const seen = links.filter((_, index) => index % lookAtEach === 0);
  const looks = Promise.all(seen.map((link, index) => send(link, index, {})));
  const presses = Promise.all(links.map((link, index) => send(link, index, { method: 'POST', headers })));
  return { looks: await looks, presses: await presses };
}

const distinct = (answers: readonly Answered[]) => [
  ...new Set(answers.map(({ status, headers, body }) => `${status} ${headers['content-type']} ${body}`)),
];

/** One page and one problem, the same for all, and nothing asked of anybody. */
async function expectOneNeutralAnswer(links: readonly string[], lookAtEach = 1): Promise<void> {
  const before = asked();

  const { looks, presses } = await tryAll(links, lookAtEach);

  expect(distinct(looks)).toEqual([expect.stringMatching(/^404 text\/html; charset=utf-8 .*This link leads nowhere/s)]);
  expect(distinct(presses)).toEqual([
    expect.stringMatching(/^404 application\/problem\+json; charset=utf-8 {"type":"urn:convene:problem:unknown_link"/),
  ]);
  expect(asked()).toBe(before);
}

test('ten thousand forged and changed links get one neutral answer, and nobody is asked anything', async () => {
  const forged = forgeriesOf(
    urls.map((url) => url.split('/j/')[1] ?? ''),
    10_000,
  );
  expect(forged.length).toBeGreaterThan(9_990);

  await expectOneNeutralAnswer(forged, 10);
}, 60_000);

test('no string of a copied data folder, nor of the log, is a link', async () => {
  const { directory: copy, remove } = await makeTemporaryFolder();
  cpSync(world.dataFolder, copy, { recursive: true });
  const strings = stringsIn(copy);
  await remove();
  const logged = piecesOf(world.program.output());
  const link = (await fetch(bob())).status;
  const [meeting = '', invitee = ''] = (bob().split('/j/')[1] ?? '').split('.');

  // The strings are read right: what a link is made of does stand there.
  expect([link, strings.has(meeting), strings.has(invitee)]).toEqual([200, true, true]);
  await expectOneNeutralAnswer([...new Set([...strings, ...logged])].filter((text) => !text.includes('/')));
}, 60_000);

describe('looking a thousand times', () => {
  test.each<[string, Asked]>([
    ['with GET', {}],
    ['with HEAD', { method: 'HEAD' }],
    ['with OPTIONS', { method: 'OPTIONS' }],
    ['to prefetch', { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', 'x-moz': 'prefetch' } }],
    ['as Slack’s crawler', { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' } }],
    ['at the state', {}],
  ])('%s lets nobody in', async (how, init) => {
    const before = asked();
    const target = how === 'at the state' ? `${bob()}/state` : bob();

    const answers = await Promise.all(Array.from({ length: 1_000 }, () => client.ask(target, init)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([init.method === 'OPTIONS' ? 405 : 200]));
    expect(asked()).toBe(before);
    expect(world.rooms.tokens()).toEqual([]);
  });
});

describe('failures are counted by address,', () => {
  /** The statuses of 61 forged links, and of one more from elsewhere. */
  async function statuses(addressOf: (index: number) => string, elsewhere: string): Promise<number[]> {
    const get = (address: string) =>
      client.ask(`${world.program.url}/j/forged`, { headers: { 'x-forwarded-for': address } });
    const answers = [];
    for (let index = 0; index < 61; index += 1) answers.push((await get(addressOf(index))).status);
    return [answers.filter((status) => status === 404).length, answers[60] ?? 0, (await get(elsewhere)).status];
  }

  test('which a visitor cannot choose: what they claim is left of what the proxy says', async () => {
    expect(await statuses((index) => `198.51.100.${index}, 203.0.113.7`, '203.0.113.8')).toEqual([60, 429, 404]);
  });

  test('and an IPv6 household is one', async () => {
    const inHousehold = (index: number) => `2001:db8:1:2:${index.toString(16)}::${index + 1}`;

    expect(await statuses(inHousehold, '2001:db8:1:3::1')).toEqual([60, 429, 404]);
  });

  test('while an IPv4 address written as IPv6 is no household', async () => {
    expect(await statuses(() => '::ffff:203.0.113.20', '::ffff:203.0.113.21')).toEqual([60, 429, 404]);
  });
});

test('after all this each genuine link is as good as before', async () => {
  for (const url of urls) {
    const headers = { origin: world.program.url, 'x-join-nonce': await nonceOf(url) };
    expect((await client.ask(url, { method: 'POST', headers })).status).toBe(200);
  }
  await world.quiet();
  world.expectClean();
});
