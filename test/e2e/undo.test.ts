import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { counts } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(1), settings: { CONFIRM_FROM_PEOPLE: '2', UNDO_SECONDS: '600' } });
});

afterAll(() => world.close());

const alice = { team: ACME_TEAM_ID, user: ALICE.id };
const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

function modal(): string {
  return JSON.stringify(world.slack.views(ACME_TEAM_ID, ALICE.id).at(-1)?.view ?? null);
}

function home(): string {
  return JSON.stringify(world.slack.home(ACME_TEAM_ID, ALICE.id)?.view ?? null);
}

function pressAtHome(actionId: string) {
  const viewId = world.slack.home(ACME_TEAM_ID, ALICE.id)?.id ?? '';
  return world.slack.pressInView({ ...alice, viewId, actionId });
}

async function nobodyWasTold(title: string): Promise<void> {
  await world.quiet(200);
  expect(counts(world.slack, [BOB, CHEN], title)).toEqual([
    { name: 'bob', cards: 0, files: 0, notices: 0 },
    { name: 'chen', cards: 0, files: 0, notices: 0 },
  ]);
}

/** How the modal, the private answer and the Home tab say so, and only beside their Undo. */
const CAN_BE_UNDONE = /The invitations go out in \d+ seconds, so you can still undo this\./;

test('a meeting of many that the form made is undone in the modal that says so', async () => {
  await world.slack.shortcut({ ...alice, callbackId: 'schedule_meeting' });
  await eventually(() => expect(modal()).toContain('form_title'));
  const filled = { form_title: 'crowd', form_people: [BOB.id, CHEN.id], form_day: IN_A_MONTH, form_time: '09:30' };
  await world.slack.submit(alice, filled);
  await eventually(() => expect(modal()).toContain('Please check before I send it'));
  await world.slack.submit(alice);
  await eventually(() => expect(modal()).toMatch(CAN_BE_UNDONE));

  await world.slack.pressInView({ ...alice, actionId: 'undo_meeting' });

  await eventually(() => expect(modal()).toContain('Undone: “crowd”.'));
  await world.slack.closeView(alice);
  await nobodyWasTold('crowd');
});

test('a draft that was sent from the Home tab is undone there, also under its entry', async () => {
  for (const [title, where] of [
    ['first', 'note'],
    ['second', 'entry'],
  ] as const) {
    await world.meet(`${title} tomorrow 10am @bob @chen`);
    await world.slack.openHome(alice);
    // What the command changed is shown there a second later.
    await world.quiet(1_300);
    expect(home()).toContain('home_send');
    await pressAtHome('home_send');
    await eventually(() => expect(home()).toMatch(CAN_BE_UNDONE));
    if (where === 'entry') {
      await world.slack.openHome(alice);
      await eventually(() => expect(home()).not.toMatch(CAN_BE_UNDONE));
      expect(home()).toContain('home_undo');
    }

    await pressAtHome('home_undo');

    await eventually(() => expect(home()).toContain(`Undone: “${title}”.`));
    expect(home()).not.toContain('home_undo');
    await nobodyWasTold(title);
  }
});

test('nothing was done that Slack refuses', () => {
  world.expectClean();
});
