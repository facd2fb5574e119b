import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { inviteeIdFor, type MeetingId } from '../../src/domain/ids.ts';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { type Submission, submitForged } from '../support/forged-submission.ts';
import { aNewMeeting, type Block, homeOf, missing } from '../support/home-tab.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, colleagues, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const [STRANGER, ADMIN, NEWCOMER] = colleagues(3) as [PersonSeed, PersonSeed, PersonSeed];
const ZENITH = 'T0ZENITH0';

let world: World;

beforeAll(async () => {
  const team = teamOf(3);
  const people = team.people.map((person) => (person.id === ADMIN.id ? { ...person, isAdmin: true } : person));
  world = await startWorld({ team: { ...team, people } });
});

afterAll(() => world.close());

const textOf = (answer: { body: unknown }) => String((answer.body as { text?: string } | null)?.text ?? '');
const say = async (text: string, who: PersonSeed = ALICE) => textOf(await world.meet(text, who));
const there = () => DateTime.now().setZone(ALICE.tz);
const PICK = 'Please pick people from the list that Slack shows after you type @.';
const picked = (value: string) => ({ type: 'static_select', selected_option: { value } });

function send(who: PersonSeed, verb: keyof typeof FORMS, id: string, values: object = {}, team = ACME_TEAM_ID) {
  const { callback, key } = FORMS[verb];
  const metadata = key ? `${id} once` : id;
  return submitForged(world, {
    team,
    user: who.id,
    callback,
    metadata,
    values: values as Submission['values'] & object,
  });
}

const FORMS = {
  move: { callback: 'move_modal', key: true },
  cancel: { callback: 'cancel_modal', key: true },
  invite: { callback: 'people_modal', key: false },
  extend: { callback: 'extend_modal', key: true },
  end: { callback: 'end_modal', key: true },
  'hand over': { callback: 'hand_over_modal', key: false },
} as const;

const at = (day: DateTime, time: string, minutes = '30') => ({
  move_day: { type: 'datepicker', selected_date: day.toFormat('yyyy-MM-dd') },
  move_time: { type: 'timepicker', selected_time: time },
  move_length: { type: 'number_input', value: minutes },
});

const chosen = (value: string) => ({ type: 'multi_static_select', selected_options: [{ value }] });

const inviting = (user: string) => ({ people_add: { type: 'multi_users_select', selected_users: [user] } });

describe('in words', () => {
  test('a meeting is moved, and the answer says from when to when', async () => {
    const { title, day } = await aNewMeeting(world);

    const said = await say(`move ${title.toUpperCase()} to 10`);

    const date = day.setLocale('en-GB').toFormat('ccc, d LLLL yyyy');
    expect(said).toBe(
      `“${title}” is moved: ${date}, 15:00 (Asia/Kolkata) → ${date}, 10:00–10:30 (Asia/Kolkata). Everyone will be told.`,
    );
    const there = day.plus({ hours: 10 }).setZone(BOB.tz).setLocale('en-US').toFormat('h:mm a');
    await eventually(async () =>
      expect((await homeOf(world, BOB)).find((entry) => entry.title === title)?.words).toContain(there),
    );
  });

  test('people are added, taken off and put in charge, and the meeting is cancelled with a reason', async () => {
    const { title } = await aNewMeeting(world);

    expect(await say(`add @p03 to ${title}`)).toBe(`<@${NEWCOMER.id}> is invited to “${title}”. They will be told.`);
    expect(await say(`remove @chen from ${title}`)).toBe(
      `<@${CHEN.id}> is removed from “${title}”; their link no longer works. They will be told.`,
    );
    expect(await say(`hand over ${title} to @bob`)).toContain(`<@${BOB.id}> is in charge of “${title}” now.`);
    expect(await say(`cancel ${title} because we are done`, BOB)).toContain('is cancelled');
    // A view that was asked for before the cancellation may arrive after it.
    await eventually(async () => expect((await homeOf(world, ALICE)).map((entry) => entry.title)).not.toContain(title));
  });

  test('groups and channels are added and taken off as well, and who was not found is named', async () => {
    await say(`synced ${there().plus({ days: 2 }).toFormat('yyyy-MM-dd')} 15:00 @p03`);

    expect(await say('add @bob @typo to synced')).toBe(
      `<@${BOB.id}> is invited to “synced”. They will be told. I found nobody called “typo”. ${PICK}`,
    );
    expect(await say('add @eng to synced')).toBe(
      `<!subteam^S0ENG0000> is invited to “synced”. <@${CHEN.id}> is invited to “synced”. They will be told.`,
    );
    expect(await say('add #team to synced')).toBe(
      `<#${TEAM_CHANNEL}> gets a message of “synced” with a button to join.`,
    );
    expect(await say('add @eng and #team to synced')).toContain('as you want it already');
    expect(await say('remove @eng and @typo from synced')).toBe(
      `<!subteam^S0ENG0000> is removed from “synced”. <@${CHEN.id}> is removed from “synced”; their link no longer works. They will be told. I found nobody called “typo”. ${PICK}`,
    );
    expect(await say('remove #team from synced')).toBe(`<#${TEAM_CHANNEL}> is removed from “synced”.`);
    expect(await say('remove @eng from synced')).toContain('not invited');
    await eventually(async () => expect((await homeOf(world, CHEN)).map(({ title }) => title)).not.toContain('synced'));
  });

  test.each<[string, string]>([
    ['move {} to the moon', 'I could not read the new day or time'],
    ['move {} to tomorrow afternoon', 'At which hour?'],
    ['move {} to every friday 10', 'How a meeting repeats'],
    ['extend {}', 'By how many minutes?'],
    ['extend {} 15 min', 'not under way'],
    ['end {}', 'not under way'],
    ['hand over {} to nobody', 'Please name one person'],
    ['remove @p01 from {}', 'not invited'],
    ['cancel {} and all that', 'do not understand'],
    ['move {} to yesterday', 'is already past'],
    ['move {} to 7', 'seven in the morning'],
  ])('%s', async (text, expected) => {
    const { title } = await aNewMeeting(world);

    expect(await say(text.replace('{}', title))).toContain(expected);
    expect((await homeOf(world, ALICE)).map((entry) => entry.title)).toContain(title);
  });

  test('an invitee is told that this is not theirs to change, and a stranger’s words are a new meeting', async () => {
    const { title } = await aNewMeeting(world);

    expect(await say(`cancel ${title}`, CHEN)).toContain('Only the organizer of this meeting');
    expect(await say(`cancel ${title} tomorrow 9am @bob`, STRANGER)).toContain(`Scheduled “cancel ${title}”`);
  });

  test('what reads as a new meeting too is asked about, and each button does what it says', async () => {
    const { title } = await aNewMeeting(world);
    await world.meet(`move ${title} to ${there().plus({ days: 3 }).toFormat('yyyy-MM-dd')} 9am @bob`);
    const question = world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1);
    expect(question?.text).toContain(`or a new meeting called “move ${title}`);

    const press = (actionId: string) =>
      world.slack.press({
        team: ACME_TEAM_ID,
        user: ALICE.id,
        channel: TEAM_CHANNEL,
        ts: question?.ts ?? '',
        actionId,
      });
    await press('verb_choice_0');

    await eventually(() => expect(world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1)?.text).toContain('is moved'));
  });

  test('of two meetings with one title and a new one nothing is guessed', async () => {
    const { title, day } = await aNewMeeting(world);
    await say(`"${title}" ${day.plus({ days: 1 }).toFormat('yyyy-MM-dd')} 11:00 @bob`);

    const question = await say(`move ${title} to ${day.toFormat('yyyy-MM-dd')} 9am @bob`);

    expect(question).toContain(`You have 2 meetings called “${title}”. Which one do you mean, or a new meeting called`);
    const { ts = '' } = world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1) ?? {};
    const onQuestion = { team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, ts };
    await world.slack.press({ ...onQuestion, actionId: 'verb_as_new' });
    await eventually(() =>
      expect(world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1)?.text).toContain(`Scheduled “move ${title}`),
    );
  });

  test('of two meetings with one title a button chooses', async () => {
    const { title, day } = await aNewMeeting(world);
    await say(`"${title}" ${day.plus({ days: 1 }).toFormat('yyyy-MM-dd')} 11:00 @bob`);

    await world.meet(`move ${title} by 15 min`);
    const question = world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1);
    expect(question?.text).toContain(`You have 2 meetings called “${title}”`);
    const press = { team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, ts: question?.ts ?? '' };
    await world.slack.press({ ...press, actionId: 'verb_choice_1' });

    await eventually(() =>
      expect(world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).at(-1)?.text).toContain('11:15–11:45'),
    );
  });
});

describe('who may do what, by who sends the modal', () => {
  /** By a stranger, an invitee, a host, an admin who is not invited, the organizer. */
  test.each<[keyof typeof FORMS, string]>([
    ['move', 'no no yes no yes'],
    ['invite', 'no no yes no yes'],
    ['cancel', 'no no no yes yes'],
    ['hand over', 'no no no yes yes'],
    ['extend', 'no no yes no yes'],
    ['end', 'no no yes yes yes'],
  ])('%s: %s', async (verb, expected) => {
    const answers: string[] = [];
    for (const who of [STRANGER, CHEN, BOB, ADMIN, ALICE]) {
      const { id, day } = await aNewMeeting(world);
      const bob = `${inviteeIdFor(id as MeetingId, BOB.id)} 1`;
      await send(ALICE, 'invite', id, { people_hosts: chosen(bob) });
      if (verb === 'extend' || verb === 'end') await send(ALICE, 'move', id, at(there(), there().toFormat('HH:mm')));
      const values = {
        ...at(day, '16:00'),
        ...inviting(NEWCOMER.id),
        extend_by: picked('15'),
        hand_over_to: { type: 'users_select', selected_user: NEWCOMER.id },
      };
      const said = await send(who, verb, id, values);
      const isDone = /is moved|invited to|is cancelled|is in charge|goes on until|is ended/.test(said);
      const isRefused = /^Only /.test(said);
      await send(ADMIN, 'cancel', id);
      answers.push(isDone ? 'yes' : isRefused ? 'no' : said);
    }

    expect(answers.join(' ')).toBe(expected);
  });

  test('the same ids in another workspace are nothing there', async () => {
    const { id, title, day } = await aNewMeeting(world);
    const values = {
      ...at(day, '16:00'),
      ...inviting(BOB.id),
      hand_over_to: { type: 'users_select', selected_user: BOB.id },
    };

    const said = await Promise.all(
      (Object.keys(FORMS) as (keyof typeof FORMS)[]).map((verb) => send(ALICE, verb, id, values, ZENITH)),
    );

    expect(new Set(said)).toEqual(new Set(['There is no such meeting any more.']));
    expect((await homeOf(world, ALICE)).find((entry) => entry.title === title)?.words).toContain('15:00–15:30');
  });
});

describe('once', () => {
  test('a command that comes twice is done once, also where it says how much and not until when', async () => {
    const { title } = await aNewMeeting(world);
    const typed = { team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, text: `move ${title} by 15 min` };
    const request = world.slack.signedRequest(typed);

    const said = [await world.slack.send(request), await world.slack.send(request)].map(textOf);

    expect(said[1]).toBe('That was done already.');
    expect((await homeOf(world, ALICE)).find((entry) => entry.title === title)?.words).toContain('15:15–15:45');
  });

  test('a modal that is sent twice makes a meeting longer once', async () => {
    const { id, title } = await aNewMeeting(world);
    const start = there().startOf('minute');
    await send(ALICE, 'move', id, at(there(), start.toFormat('HH:mm')));
    const metadata = `${id} once ${start.plus({ minutes: 30 }).toUnixInteger()}`;
    const submission = {
      team: ACME_TEAM_ID,
      user: ALICE.id,
      callback: 'extend_modal',
      metadata,
      values: { extend_by: picked('30') },
    };

    const said = [await submitForged(world, submission), await submitForged(world, submission)];

    const end = start.plus({ hours: 1 }).toFormat('HH:mm');
    expect(said.every((words) => words.includes(`${end} (Asia/Kolkata)`))).toBe(true);
    expect((await homeOf(world, ALICE)).find((entry) => entry.title === title)?.words).toContain(
      `${start.toFormat('HH:mm')}–${end}`,
    );
  });
});

describe('in the Home tab', () => {
  const place = (who: PersonSeed) => ({ team: ACME_TEAM_ID, user: who.id });
  const blockOf = (who: PersonSeed, title: string) => {
    const blocks = (world.slack.home(ACME_TEAM_ID, who.id)?.view['blocks'] ?? []) as (Block & { block_id?: string })[];
    const index = blocks.findIndex(({ text }) => text?.text.includes(`*${title}*`));
    return blocks[index + 1]?.block_id ?? '';
  };
  const press = async (who: PersonSeed, title: string, actionId: string) => {
    const view = world.slack.home(ACME_TEAM_ID, who.id);
    return world.slack.pressInView({ ...place(who), viewId: view?.id ?? '', actionId, blockId: blockOf(who, title) });
  };

  test('Move opens a modal, whose error stands under its field, and what came of it in its place', async () => {
    const { title, day } = await aNewMeeting(world);
    await homeOf(world, ALICE);
    await press(ALICE, title, 'move_meeting');
    await eventually(() => expect(world.slack.views(ACME_TEAM_ID, ALICE.id)).toHaveLength(1));

    await world.slack.submit(place(ALICE), { move_day: day.minus({ days: 9 }).toFormat('yyyy-MM-dd') });
    expect(Object.keys(world.slack.views(ACME_TEAM_ID, ALICE.id)[0]?.errors ?? {})).toEqual(['move_time']);
    await world.slack.submit(place(ALICE), { move_day: day.plus({ days: 1 }).toFormat('yyyy-MM-dd') });

    expect(JSON.stringify(world.slack.views(ACME_TEAM_ID, ALICE.id)[0]?.view)).toContain('Everyone will be told.');
    await world.slack.closeView(place(ALICE));
  });

  test('an invitee joins and answers there, and has nothing else', async () => {
    const { title } = await aNewMeeting(world);
    const entry = (await homeOf(world, CHEN)).find((one) => one.title === title);
    expect(entry?.actions).toEqual(['home_join', 'home_accept', 'home_maybe', 'home_decline']);

    await press(CHEN, title, 'home_accept');

    await eventually(() => expect(JSON.stringify(world.slack.home(ACME_TEAM_ID, CHEN.id)?.view)).toContain('✓ Accept'));
  });

  test('it shows what was done elsewhere, to who has opened it before and to nobody else', async () => {
    const shown = () => JSON.stringify(world.slack.home(ACME_TEAM_ID, ALICE.id)?.view);
    const day = there().plus({ days: 3 }).toFormat('yyyy-MM-dd');
    await homeOf(world, ALICE);
    await say(`"kept up" ${day} 16:00 @${NEWCOMER.name}`);
    await eventually(() => expect(shown()).toContain('*kept up*'));
    const card = await eventually(() => inboxOf(world.slack, NEWCOMER, 'kept up').cards[0] ?? missing());
    const answer = { team: ACME_TEAM_ID, channel: card.channel, ts: card.ts, actionId: 'answer_accept' };
    await world.slack.press({ ...answer, user: NEWCOMER.id });
    const publishings = world.slack.calls('views.publish').length;
    for (const minutes of [5, 10, 15]) await say(`move kept up to 17:${minutes}`);
    await eventually(() => expect(shown()).toContain('17:15'));
    await say('cancel kept up');

    await eventually(() => expect(shown()).not.toContain('*kept up*'));
    expect(world.slack.calls('views.publish').length - publishings).toBeLessThanOrEqual(3);
    expect(world.slack.home(ACME_TEAM_ID, NEWCOMER.id)).toBeNull();
  });

  test('settings hold for what is scheduled next', async () => {
    await say('settings', CHEN);
    await eventually(() => expect(world.slack.views(ACME_TEAM_ID, CHEN.id)).toHaveLength(1));
    await world.slack.submit(place(CHEN), { settings_length: '50' });
    await world.slack.closeView(place(CHEN));

    expect(await say('long one tomorrow 9am @bob', CHEN)).toContain('50 minutes');
    expect(await say('list', CHEN)).toContain('*long one*');
    await say('', CHEN);
    const form = await eventually(() => world.slack.views(ACME_TEAM_ID, CHEN.id).at(-1) ?? missing());
    expect(form.state).toMatchObject({ form_length: { form_length: { selected_option: { value: '50' } } } });
    await world.slack.closeView(place(CHEN));
  });

  test('a draft in doubt is settled and sent there', async () => {
    await say(`doubtful ${there().plus({ days: 2 }).toFormat('yyyy-MM-dd')} at 7 @bob`, STRANGER);
    await homeOf(world, STRANGER);
    expect(JSON.stringify(world.slack.home(ACME_TEAM_ID, STRANGER.id)?.view)).toContain('Not sent yet');

    await press(STRANGER, 'doubtful', 'home_choose_1');
    await eventually(() => expect(JSON.stringify(world.slack.home(ACME_TEAM_ID, STRANGER.id)?.view)).toContain('Send'));
    await press(STRANGER, 'doubtful', 'home_send');

    await eventually(async () => expect(await say('list', STRANGER)).toContain('7:00 PM  *doubtful*'));
  });
});

test('nothing was done that Slack refuses, and no secret was printed', () => {
  world.expectClean();
});

test('the doctor tells admins what is wrong with the installation, and nobody else', async () => {
  expect(await say('doctor', CHEN)).toContain('Only admins of this workspace');
  expect(await say('doctor', ADMIN)).toMatch(/Slack token/);
});
