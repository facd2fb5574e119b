import { beforeEach, expect, test } from '@jest/globals';
import { makeFeedLinks } from '../../src/domain/feed-links.ts';
import { deriveLinkKeys } from '../../src/domain/join-link.ts';
import { makeFeedAddressOf, makeReplaceFeedAddress } from '../../src/usecases/feed-address.ts';
import { ACME, ALICE, BOB, ZENITH } from '../support/a-meeting.ts';
import { setStage } from './stage.ts';

const feedLinks = makeFeedLinks('https://meet.acme.org', deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'feed'));
const [alice, bob, abroad] = [
  { workspace: ACME, user: ALICE },
  { workspace: ACME, user: BOB },
  { workspace: ZENITH, user: ALICE },
];

let stage: Awaited<ReturnType<typeof setStage>>;
beforeEach(async () => {
  stage = await setStage();
});

const addressOf = (actor: typeof alice) => makeFeedAddressOf({ ...stage, feedLinks })(actor);

test('everybody has an address, and a new one after each replacing, without changing anybody else’s', async () => {
  const replace = makeReplaceFeedAddress(stage.settings, stage.log);
  expect(await addressOf(alice)).toBe(feedLinks.urlFor({ ...alice, version: 1 }));

  await replace(alice);
  await replace(alice);

  expect(await Promise.all([alice, bob, abroad].map(addressOf))).toEqual([
    feedLinks.urlFor({ ...alice, version: 3 }),
    feedLinks.urlFor({ ...bob, version: 1 }),
    feedLinks.urlFor({ ...abroad, version: 1 }),
  ]);
  expect(stage.log.said('info')).toEqual(Array(2).fill('the address of a feed was replaced'));
});

test('what two presses ask for at once is done once', async () => {
  const seen = await stage.settings.feedVersion(ACME, ALICE);
  const replace = makeReplaceFeedAddress({ ...stage.settings, feedVersion: async () => seen }, stage.log);

  await Promise.all([replace(alice), replace(alice)]);

  expect(await addressOf(alice)).toBe(feedLinks.urlFor({ ...alice, version: 2 }));
});
