import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiCall } from '../../src/sandbox/slack-simulator/calls.ts';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import type { AppAnswer } from '../../src/sandbox/slack-simulator/simulator.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, DANA, ROBOT, TEAM_CHANNEL } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

const said = ({ body }: AppAnswer) => (body as { text?: string }).text ?? '';

/** Everything that was asked of either simulator except for looking people up and opening the form. */
function effects(): number {
  const isEffect = ({ method }: ApiCall) => !/^(?:users.info$|usergroups|views)/.test(method);
  return world.rooms.calls().length + world.slack.calls().filter(isEffect).length;
}

/** What stands in the form that Alice has before her, by block id; and closes it. */
async function formBefore(): Promise<Record<string, unknown>> {
  const place = { team: ACME_TEAM_ID, user: ALICE.id };
  const { state } = await eventually(() => {
    const [view] = world.slack.views(ACME_TEAM_ID, ALICE.id);
    if (view?.callbackId !== 'meeting_form') throw new Error('there is no form');
    return view;
  });
  await world.slack.closeView(place);
  const entries = Object.entries(state).map(([block, elements]) => {
    const { type: _type, timezone: _zone, ...held } = Object.values(elements)[0] ?? {};
    return [block, Object.values(held)[0]];
  });
  return Object.fromEntries(entries);
}

/** Sends a text as Slack would have it: already escaped. */
function meetVerbatim(text: string): Promise<AppAnswer> {
  return world.slack.command({ team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, text, verbatim: true });
}

const strangers = (count: number) => Array.from({ length: count }, (_, index) => `<@U${1_000 + index}>`).join(' ');

const NOT_SCHEDULED: readonly [what: string, typed: string, answer: RegExp][] = [
  ['the list of no meetings', 'list', /You have no meetings.*help/],
  ['a time that is past', 'standup 2020-01-01 09:00 @bob', /Not sent yet.*1 January 2020, 09:00 .*already past/],
  ['a time that is years ahead', 'standup 2099-01-01 09:00 @bob', /year ahead.*Nothing was scheduled/],
  ['only oneself', 'standup tomorrow 9am @alice', /at least one other person.*Nothing was scheduled/],
  ['a bot', 'standup tomorrow 9am @robot', new RegExp(`<@${ROBOT.id}> \\(is a bot\\).*Nothing was scheduled`)],
  ['a deactivated person', 'standup tomorrow 9am @dana', new RegExp(`<@${DANA.id}> .*deactivated.*Nothing was sch`)],
  ['a meeting of no length', 'standup tomorrow 9am-9:01am @bob', /at least 5 minutes.*Nothing was scheduled/],
];

test.each(NOT_SCHEDULED)('%s: says so in time, and sends nothing', async (_, typed, answer) => {
  const before = effects();

  const answered = await world.meet(typed);

  expect(answered.status).toBe(200);
  expect(said(answered)).toMatch(answer);
  expect(answered.ackMs).toBeLessThan(3_000);
  await world.quiet(50);
  expect(effects()).toBe(before);
});

const VERBATIM: readonly [what: string, typed: string, answer: RegExp][] = [
  ['a person that nobody is', 'standup tomorrow 9am <@U0NOBODY0>', /<@U0NOBODY0> \(nobody here has this id\)/],
  ['501 people', `all hands tomorrow 9am ${strangers(501)}`, /501 people.* 500/],
  ['a title of 2,000 characters', `${'tall '.repeat(400)}tomorrow 9am <@${BOB.id}>`, /title has 1999 char.* 150/],
  ['10 KB of rubbish', `x${'\u2603&lt;%00;--"\'`'.repeat(800)}`.slice(0, 10_240), /10240 characters.*8000.*tomorrow/],
];

test.each(VERBATIM)('%s: says so in time, and sends nothing', async (_, typed, answer) => {
  const before = effects();

  const answered = await meetVerbatim(typed);

  expect(answered.status).toBe(200);
  expect(said(answered)).toMatch(answer);
  expect(said(answered)).toMatch(/Nothing was scheduled\.$/);
  expect(said(answered).length).toBeLessThan(3_000);
  expect(answered.ackMs).toBeLessThan(3_000);
  await world.quiet(50);
  expect(effects()).toBe(before);
});

const EMPTY = { form_title: null, form_people: [], form_day: null, form_time: null, form_repeat: { value: 'none' } };
const LACKING: readonly [what: string, typed: string, form: Record<string, unknown>][] = [
  ['nothing', '', EMPTY],
  ['blanks', '   ', EMPTY],
  ['no time', 'standup @bob', { ...EMPTY, form_title: 'standup', form_people: [BOB.id] }],
  ['a day without a time', 'standup 2031-05-06 @bob', { form_day: '2031-05-06', form_time: null }],
  ['no title', '2031-05-06 9am @bob', { form_title: null, form_day: '2031-05-06', form_time: '09:00' }],
  ['people alone', '@bob', { ...EMPTY, form_people: [BOB.id] }],
  ['nobody', 'standup 2031-05-06 9am', { form_title: 'standup', form_people: [], form_time: '09:00' }],
  ['a group', 'standup @eng', { form_groups: [expect.objectContaining({ value: 'S0ENG0000' })] }],
  ['a channel', 'standup #team', { form_channels: [TEAM_CHANNEL] }],
  ['a series', 'standup every weekday @bob', { form_repeat: expect.objectContaining({ value: 'weekdays' }) }],
  ['a length', 'standup for 50 min @bob', { form_length: expect.objectContaining({ value: '50' }) }],
];

test.each(LACKING)('%s: opens the form with what was understood', async (_, typed, form) => {
  const before = effects();

  const answered = await world.meet(typed);

  expect([answered.status, answered.body]).toEqual([200, '']);
  expect(await formBefore()).toMatchObject(form);
  expect(effects()).toBe(before);
});

test.each([
  ['one word of 7,900 letters', 'a'.repeat(7_900)],
  ['7,900 digits', '9'.repeat(7_900)],
  ['7,900 brackets', '<@'.repeat(3_950)],
  ['7,900 blanks and a word', `${' '.repeat(7_900)}x`],
  ['control characters', '\u0000\u0007\u001b[31m \u202e'],
  ['half an emoji', '\ud83d'],
  ['dates that run into each other', '1/2/3 4-5-6 '.repeat(500)],
])('%s: opens a form that Slack takes, in time', async (_, typed) => {
  const answered = await meetVerbatim(typed);

  expect([answered.status, answered.body]).toEqual([200, '']);
  expect(answered.ackMs).toBeLessThan(3_000);
  expect(await formBefore()).toMatchObject({ form_day: null });
});

test.each(['help', 'HELP', 'explain'])('%j explains the command with examples', async (typed) => {
  const answered = await world.meet(typed);

  expect(answered.status).toBe(200);
  expect(said(answered)).toMatch(/title, a time and the people/);
  expect(said(answered)).toContain('`/meet standup tomorrow 9am @alice @bob`');
});

test('who cannot come is named beside those who can, and only they are invited', async () => {
  const answered = await world.meet('mixed tomorrow 9am @bob @dana @robot @alice');

  expect(said(answered)).toContain(`with <@${BOB.id}>.`);
  expect(said(answered)).toContain(
    `Not invited: <@${DANA.id}> (has a deactivated account), <@${ROBOT.id}> (is a bot).`,
  );
  const people = [ALICE, BOB, DANA, ROBOT];
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'mixed')).toEqual(oneEach([ALICE, BOB])));
  await world.quiet();
  expect(counts(world.slack, people, 'mixed').map(({ cards, files }) => [cards, files])).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
});

test('one person named several times gets one invitation', async () => {
  await world.meet('echo tomorrow 9am @bob @bob @bob');

  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'echo')).toEqual(oneEach([ALICE, BOB])));
  await world.quiet();
  expect(counts(world.slack, [ALICE, BOB], 'echo')).toEqual(oneEach([ALICE, BOB]));
});

test.each([
  ['emoji', '🎉 launch 👩‍👩‍👧 party 🏳️‍🌈', '🎉 launch 👩‍👩‍👧 party 🏳️‍🌈'],
  ['right-to-left words', 'פגישת צוות', 'פגישת צוות'],
  ['a turner of direction, which is left out', 'pay\u202efdp.exe', 'payfdp.exe'],
  ['markup of Slack', '*bold* _it_ `code` ~no~', '*bold* _it_ `code` ~no~'],
  ['signs that Slack escapes', 'Q&amp;A &lt;b&gt; 1 &lt; 2', 'Q&A <b> 1 < 2'],
  ['an escaped broadcast', '&lt;!channel&gt; wake up', '<!channel> wake up'],
])('a title of %s comes out as it was meant', async (_, typed, title) => {
  const answered = await meetVerbatim(`${typed} tomorrow 9am <@${BOB.id}|bob>`);

  expect(said(answered)).toContain(`Scheduled “${escaped(title)}”`);
  await eventually(() => expect(inboxOf(world.slack, BOB, title).files).toHaveLength(1));
  const { cards, files } = inboxOf(world.slack, BOB, title);
  expect(cards).toHaveLength(1);
  expect(cards[0]?.text).toContain(`“${escaped(title)}”`);
  expect(Buffer.from(files[0]?.bytes ?? []).toString('utf8')).toContain('BEGIN:VEVENT');
});

test.each(['<!channel>', '<!here>', '<!everyone>', '<!subteam^S0ENG0000|@eng>', '<#C0TEAM000|team>'])(
  '%s beside a person pings nobody',
  async (mention) => {
    const answered = await meetVerbatim(`ping ${mention} tomorrow 9am <@${BOB.id}>`);
    await world.quiet(200);

    const said = [answered.body, ...world.slack.calls('chat.postMessage').map(({ args }) => args)];
    expect(answered.status).toBe(200);
    expect(JSON.stringify(said, withoutPlainText)).not.toMatch(/<!(?!date\^)/);
  },
);

/** For `JSON.stringify`: Slack reads no mentions in plain text. */
function withoutPlainText(_: string, value: unknown): unknown {
  const isPlain = typeof value === 'object' && value !== null && 'type' in value && value.type === 'plain_text';
  return isPlain ? null : value;
}

function escaped(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

test('every answer was for the writer alone, channels got what was meant for them, and nothing was done that a good app does not do', async () => {
  await world.quiet();

  const said = world.slack.messages(ACME_TEAM_ID, TEAM_CHANNEL).map(({ text }) => text);
  expect(said).toHaveLength(4);
  expect(said.filter((text) => !text.startsWith(`<@${ALICE.id}> invites this channel to “ping”`))).toEqual([]);
  world.expectClean();
});
