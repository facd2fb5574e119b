import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { ALICE, BOB } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const placeOf = (who: PersonSeed) => ({ team: ACME_TEAM_ID, user: who.id });
const modalOf = (who: PersonSeed) => world.slack.views(ACME_TEAM_ID, who.id)[0]?.view;
const homeOf = (who: PersonSeed) => world.slack.home(ACME_TEAM_ID, who.id)?.view;
const press = (who: PersonSeed, viewId?: string) =>
  world.slack.pressInView({ ...placeOf(who), actionId: 'feed_replace', ...(viewId ? { viewId } : {}) });
const addressIn = (view: object | undefined) => /`(http[^`]+\/calendar\/[^`]+\.ics)`/.exec(JSON.stringify(view))?.[1];

async function openSettings(who: PersonSeed): Promise<string> {
  await world.meet('settings', who);
  return eventually(() => addressIn(modalOf(who)) ?? Promise.reject(new Error('It is not there')));
}

async function ask(address: string) {
  const { status, headers } = await fetch(address);
  return [status, headers.get('content-type')];
}

const OPEN = [200, 'text/calendar; charset=utf-8'];
let nothing: unknown[];

beforeEach(async () => {
  nothing = await ask(`${world.program.url}/calendar/x.ics`);
});

test('the address in the settings opens until it is replaced there, and the new one from then on', async () => {
  await world.slack.openHome(placeOf(ALICE));
  const [alices, bobs] = [await openSettings(ALICE), await openSettings(BOB)];
  expect([await ask(alices), await ask(bobs), nothing[0]]).toEqual([OPEN, OPEN, 404]);

  await press(ALICE);
  await eventually(() => expect(addressIn(modalOf(ALICE))).not.toBe(alices));

  const replaced = addressIn(modalOf(ALICE)) ?? '';
  expect(await Promise.all([alices, replaced, bobs].map(ask))).toEqual([nothing, OPEN, OPEN]);

  await world.slack.submit(placeOf(ALICE), { settings_length: '50' });
  await eventually(() => expect(JSON.stringify(homeOf(ALICE))).toContain('50 minutes'));
  expect([addressIn(homeOf(ALICE)), await ask(replaced)]).toEqual([replaced, OPEN]);

  await press(BOB);
  await eventually(() => expect(addressIn(modalOf(BOB))).not.toBe(bobs));
  await world.quiet(60);
  expect(homeOf(BOB)).toBeUndefined();
  await world.slack.closeView(placeOf(BOB));
});

test('the Home tab shows the same address, and replaces that of who presses', async () => {
  for (const who of [ALICE, BOB]) await world.slack.openHome(placeOf(who));
  await eventually(() => expect([addressIn(homeOf(ALICE)), addressIn(homeOf(BOB))]).not.toContain(undefined));
  const [alices = '', bobs = ''] = [addressIn(homeOf(ALICE)), addressIn(homeOf(BOB))];
  const { id } = world.slack.home(ACME_TEAM_ID, BOB.id) ?? {};

  await press(BOB, id);
  await eventually(() => expect(JSON.stringify(homeOf(BOB))).toContain('Your calendar has a new address.'));

  const replaced = addressIn(homeOf(BOB)) ?? '';
  expect(await Promise.all([bobs, replaced, alices].map(ask))).toEqual([nothing, OPEN, OPEN]);
  expect([alices, bobs, replaced].filter((address) => world.program.output().includes(address.slice(-47)))).toEqual([]);
  world.expectClean();
});
