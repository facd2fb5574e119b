import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import type { Chosen } from '../../src/sandbox/slack-simulator/simulator.ts';
import type { SimView } from '../../src/sandbox/slack-simulator/views.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, colleagues, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(1), settings: { CONFIRM_FROM_PEOPLE: '2' } });
});

afterAll(() => world.close());

/** Of whom nothing has been asked yet. */
const [NEWCOMER = BOB] = colleagues(1);
const alice = { team: ACME_TEAM_ID, user: ALICE.id };
const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** The modal before Alice, as soon as it is this one. */
function modal(matches: (view: SimView) => boolean = () => true): Promise<SimView> {
  return eventually(() => {
    const view = world.slack.views(ACME_TEAM_ID, ALICE.id).at(-1);
    if (!view || !matches(view)) throw new Error(`not the modal that was expected: ${JSON.stringify(view?.view)}`);
    return view;
  });
}

const isForm = ({ callbackId }: SimView) => callbackId === 'meeting_form';
const says = (text: RegExp) => (view: SimView) => text.test(JSON.stringify(view.view));

async function openForm(): Promise<SimView> {
  await world.slack.shortcut({ ...alice, callbackId: 'schedule_meeting' });
  return modal(isForm);
}

function fill(title: string, more: Record<string, Chosen> = {}): Record<string, Chosen> {
  return { form_title: title, form_people: [BOB.id], form_day: IN_A_MONTH, form_time: '09:30', ...more };
}

async function close(): Promise<void> {
  while (world.slack.views(ACME_TEAM_ID, ALICE.id).length > 0) await world.slack.closeView(alice);
}

test('a form that was filled makes one meeting, however often it is sent', async () => {
  await openForm();
  const { id } = await modal(isForm);

  const [first, second] = await Promise.all(
    [1, 2].map(() => world.slack.submit({ ...alice, viewId: id }, fill('planning'))),
  );

  expect([first?.status, second?.status]).toEqual([200, 200]);
  expect(first?.body).toEqual(second?.body);
  await modal(says(/Scheduled:\* planning/));
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'planning')).toEqual(oneEach([ALICE, BOB])));
  await world.quiet();
  expect(counts(world.slack, [ALICE, BOB], 'planning')).toEqual(oneEach([ALICE, BOB]));
  await close();
});

test.each<[string, Record<string, Chosen>, Record<string, unknown>]>([
  ['a title that cannot be seen', { form_title: '\u200b ' }, { form_title: expect.stringMatching(/title/) }],
  ['nobody', { form_people: [] }, { form_people: expect.stringMatching(/at least one/) }],
  ['a time that is past', { form_day: '2020-01-01' }, { form_time: expect.stringMatching(/already past/) }],
  ['a day that is too far', { form_day: '2099-01-01' }, { form_day: expect.stringMatching(/more than a year/) }],
  ['a bot alone', { form_people: ['U0ROBOT00'] }, { form_people: expect.stringMatching(/None of these/) }],
])('%s is said under its field, and what was typed stays', async (_, wrong, errors) => {
  await openForm();

  await world.slack.submit(alice, fill('wrong', wrong));

  const view = await modal(({ errors }) => Object.keys(errors).length > 0);
  expect(view.errors).toEqual(errors);
  expect(view.state['form_time']).toMatchObject({ form_time: { selected_time: '09:30' } });
  await close();
});

test('what is chosen shows who is busy then, and keeps what was typed', async () => {
  await openForm();
  await world.slack.submit(alice, fill('taken', { form_time: '11:00' }));
  await modal(says(/Scheduled:\* taken/));
  await close();
  const { id } = await openForm();

  await world.slack.pressInView({ ...alice, actionId: 'form_people', value: [BOB.id] });
  await world.slack.pressInView({ ...alice, actionId: 'form_day', value: IN_A_MONTH });
  await world.slack.pressInView({ ...alice, actionId: 'form_time', value: '11:10' });

  const view = await modal(says(new RegExp(`<@${BOB.id}> already has “taken” then`)));
  expect([view.id, view.state['form_people']?.['form_people']?.['selected_users']]).toEqual([id, [BOB.id]]);
  await close();
});

test('a repetition in words is asked for, read, and refused where it is none', async () => {
  await openForm();
  await world.slack.pressInView({ ...alice, actionId: 'form_repeat', value: 'custom' });
  await modal(says(/form_repeat_text/));

  await world.slack.submit(alice, fill('series', { form_repeat_text: 'whenever' }));
  const refused = await modal(({ errors }) => Object.keys(errors).length > 0);
  expect(refused.errors).toEqual({ form_repeat_text: expect.stringMatching(/do not understand how often/) });

  await world.slack.submit(alice, { form_repeat_text: 'every other friday for 6 weeks' });
  await modal(says(/every 2 weeks on Friday, 3 times/));
  await close();
});

test('many people are asked about once more, and sent when that is confirmed', async () => {
  await openForm();
  await world.slack.submit(alice, fill('crowd', { form_people: [BOB.id, CHEN.id], form_access: 'public' }));
  await modal(({ callbackId }) => callbackId === 'meeting_form_confirm');
  await world.quiet(200);
  expect(counts(world.slack, [BOB], 'crowd')).toEqual([{ name: 'bob', cards: 0, files: 0, notices: 0 }]);

  await world.slack.submit(alice);

  await modal(says(/Scheduled:\* crowd.*Link to share\* <http/));
  await eventually(() => expect(inboxOf(world.slack, BOB, 'crowd').cards).toHaveLength(1));
  await close();
});

test('a message becomes a form with its words and its people', async () => {
  const text = `shall we talk about the budget tomorrow 3pm <@${CHEN.id}>`;
  const { ts } = world.slack.say({ team: ACME_TEAM_ID, user: BOB.id, channel: TEAM_CHANNEL, text });

  await world.slack.shortcut({ ...alice, callbackId: 'meet_about_message', message: { channel: TEAM_CHANNEL, ts } });

  const { state } = await modal(isForm);
  expect(state).toMatchObject({
    form_title: { form_title: { value: 'shall we talk about the budget' } },
    form_people: { form_people: { selected_users: [BOB.id, CHEN.id] } },
    form_time: { form_time: { selected_time: '15:00' } },
  });
  await close();
});

test('Edit opens the meeting as it is, and saves all of it at once', async () => {
  const answered = await world.meet(`edited answer ${IN_A_MONTH} 4pm @bob`);
  const value = JSON.stringify(answered.body).match(/"value":"([\w-]{22})"/)?.[1] ?? '';
  const ts = world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1)?.ts ?? '';

  await world.slack.press({ ...alice, channel: TEAM_CHANNEL, ts, actionId: 'edit_meeting' });
  const opened = await modal(isForm);
  expect(opened.view['private_metadata']).toContain(value);
  expect(opened.state).toMatchObject({
    form_title: { form_title: { value: 'edited answer' } },
    form_time: { form_time: { selected_time: '16:00' } },
  });
  await world.slack.submit(alice, { form_title: 'edited', form_people: [CHEN.id], form_time: '17:00' });

  await modal(says(/Saved:\* edited/));
  await eventually(() => expect(inboxOf(world.slack, CHEN, 'edited').cards).toHaveLength(1));
  await close();
});

test('Edit in the menu of a card opens the same form, and an Edit that stands elsewhere none once there is nothing to change', async () => {
  await world.meet(`from its card ${IN_A_MONTH} 4pm @bob`);
  const answer = world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1)?.ts ?? '';
  const { channel, ts, value } = await eventually(() => {
    const [card] = inboxOf(world.slack, ALICE, 'from its card').cards;
    const [value] = JSON.stringify(card?.blocks).match(/edit_meeting [\w-]{22} once/) ?? [];
    if (!card || !value) throw new Error('there is no card with a menu yet');
    return { ...card, value };
  });

  await world.slack.press({ ...alice, channel, ts, actionId: 'more_of_meeting', value });
  expect((await modal(isForm)).state).toMatchObject({ form_title: { form_title: { value: 'from its card' } } });
  await close();
  await world.meet('cancel from its card');
  await world.slack.press({ ...alice, channel: TEAM_CHANNEL, ts: answer, actionId: 'edit_meeting' });

  await modal(says(/was cancelled or withdrawn, so there is nothing to change/));
  await close();
});

test('the zones and the groups are searched', async () => {
  await openForm();

  const zones = await world.slack.suggest({ ...alice, actionId: 'form_zone', query: 'new yo' });
  const groups = await world.slack.suggest({ ...alice, actionId: 'form_groups', query: '@en' });

  expect(zones.body).toMatchObject({ options: [{ value: 'America/New_York' }] });
  expect(groups.body).toMatchObject({ options: [{ value: 'S0ENG0000', text: { text: '@eng Engineering' } }] });
  await close();
});

test('who has to wait for the form sees at once that it is coming', async () => {
  const seen: string[] = [];
  const visitor = { team: ACME_TEAM_ID, user: NEWCOMER.id };
  const shown = () => world.slack.views(ACME_TEAM_ID, NEWCOMER.id).at(-1);
  const stop = world.slack.watchViews(() => seen.push(shown()?.callbackId || JSON.stringify(shown()?.view)));
  world.slack.fault({ method: 'users.info', play: { kind: 'slow', ms: 900 } });

  await world.slack.shortcut({ ...visitor, callbackId: 'schedule_meeting' });

  await eventually(() => expect(seen).toEqual([expect.stringContaining('One moment, please'), 'meeting_form']));
  stop();
});

test('where the form cannot be opened, the writer is told in words', async () => {
  world.slack.fault({ method: 'views.open', play: { kind: 'error', error: 'expired_trigger_id' } });

  await world.meet('unopened @bob');

  await eventually(() =>
    expect(world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1)?.text).toMatch(/I still need a day and a time/),
  );
});

test('nothing was done that a good app does not do', async () => {
  await world.quiet();

  world.expectClean();
});
