import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(1) });
  await world.meet('refused tomorrow 9am @bob');
  await eventually(() => {
    for (const who of [ALICE, BOB]) expect(inboxOf(world.slack, who, 'refused').cards).toHaveLength(1);
  });
});

afterAll(() => world.close());

const alice = { team: ACME_TEAM_ID, user: ALICE.id };
const SAID = /I could not open that: it took too long, or Slack was busy/;

/** What was said to somebody that is not of a meeting: privately, or in their direct message. */
function told({ id }: { readonly id: string }): string[] {
  const { slack } = world;
  const direct = slack.directMessage(ACME_TEAM_ID, id);
  const texts = [...slack.ephemerals(ACME_TEAM_ID, id), ...(direct ? slack.messages(ACME_TEAM_ID, direct) : [])];
  return texts.map(({ text }) => text).filter((text) => SAID.test(text));
}

async function chooseInMenu(who: typeof ALICE, option: RegExp) {
  const [card] = inboxOf(world.slack, who, 'refused').cards;
  const [value = ''] = JSON.stringify(card?.blocks).match(option) ?? [];
  const place = { team: ACME_TEAM_ID, user: who.id, channel: card?.channel ?? '', ts: card?.ts ?? '' };
  return world.slack.press({ ...place, actionId: 'more_of_meeting', value });
}

async function pressAtHome(actionId: string) {
  await world.slack.openHome(alice);
  const home = await eventually(() => {
    const found = world.slack.home(ACME_TEAM_ID, ALICE.id);
    if (!JSON.stringify(found?.view ?? null).includes(actionId)) throw new Error('the tab is not there yet');
    return found;
  });
  return world.slack.pressInView({ ...alice, viewId: home?.id ?? '', actionId });
}

test.each<[string, typeof ALICE, () => Promise<unknown>]>([
  ['Propose on a card', BOB, () => chooseInMenu(BOB, /propose_time [\w-]{22} once \d+/)],
  ['Edit on a card', ALICE, () => chooseInMenu(ALICE, /edit_meeting [\w-]{22} once/)],
  ['Change settings at Home', ALICE, () => pressAtHome('home_settings')],
  ['Move at Home', ALICE, () => pressAtHome('move_meeting')],
  ['the shortcut', ALICE, () => world.slack.shortcut({ ...alice, callbackId: 'schedule_meeting' })],
])('%s: where Slack opens no modal, whoever pressed is told', async (_, who, press) => {
  const before = told(who).length;
  world.slack.fault({ method: 'views.open', play: { kind: 'error', error: 'expired_trigger_id' } });

  await press();

  await eventually(() => expect(told(who)).toHaveLength(before + 1));
});

test('nothing was done that Slack refuses', () => {
  world.expectClean();
});
