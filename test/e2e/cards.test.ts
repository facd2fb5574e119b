import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { takeOff } from '../../src/domain/changes/people.ts';
import { inviteeIdFor, type WorkspaceId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SimMessage } from '../../src/sandbox/slack-simulator/simulator.ts';
import { openMeetings } from '../../src/store/meetings.ts';
import { faultFor, say } from '../support/aimed-faults.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, joinUrlOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const THREE = [ALICE, BOB, CHEN];
const acme = ACME_TEAM_ID as WorkspaceId;

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf() });
});

afterAll(() => world.close());

async function scheduled(title: string, people: readonly PersonSeed[] = THREE): Promise<void> {
  await world.meet(
    `${title} tomorrow 9am ${people
      .slice(1)
      .map(({ name }) => `@${name}`)
      .join(' ')}`,
  );
  await eventually(() => expect(counts(world.slack, people, title)).toEqual(oneEach(people)));
}

function cardOf(person: PersonSeed, title: string): SimMessage {
  const { cards } = inboxOf(world.slack, person, title);
  if (cards.length !== 1 || !cards[0]) throw new Error(`${person.name} has ${cards.length} cards of ${title}`);
  return cards[0];
}

const said = (message: SimMessage) => JSON.stringify(message.blocks);

function press(person: PersonSeed, title: string, actionId: string) {
  const { channel, ts } = cardOf(person, title);
  return world.slack.press({ team: ACME_TEAM_ID, user: person.id, channel, ts, actionId });
}

/** Changes a meeting behind the program's back; it will find out when it looks for work the next time. */
async function changeUnseen(title: string, how: (meeting: Meeting) => Result<Meeting, unknown>): Promise<void> {
  const store = await openSqliteStore({ directory: world.dataFolder });
  try {
    const meetings = await openMeetings(store);
    for await (const meeting of meetings.ofWorkspace(acme)) {
      if (meeting.title === title) await meetings.change(acme, meeting.id, DateTime.now(), how);
    }
  } finally {
    await store.close();
  }
}

async function change(title: string, how: (meeting: Meeting) => Result<Meeting, unknown>): Promise<void> {
  await changeUnseen(title, how);
  await scheduled(`waking for ${title}`, [ALICE, BOB]);
}

test('an answer is marked on the own card and counted on the organizer’s, in the messages that stand there', async () => {
  await scheduled('answers');
  const before = cardOf(BOB, 'answers').ts;

  expect((await press(BOB, 'answers', 'answer_accept')).status).toBe(200);
  await press(CHEN, 'answers', 'answer_decline');
  await press(CHEN, 'answers', 'answer_maybe');

  await eventually(() => {
    const alices = said(cardOf(ALICE, 'answers'));
    expect(alices).toContain(`*Accepted (1)* <@${BOB.id}>`);
    expect(alices).toContain(`*Maybe (1)* <@${CHEN.id}>`);
    expect(said(cardOf(BOB, 'answers'))).toContain('✓ Accept');
    expect(said(cardOf(CHEN, 'answers'))).toContain('✓ Maybe');
  });
  expect(cardOf(BOB, 'answers').ts).toBe(before);
  expect(counts(world.slack, THREE, 'answers')).toEqual(oneEach(THREE));
});

test('moved and then cancelled: each card follows, each person is told once, and no join button stays', async () => {
  await scheduled('planning');
  const half = Duration.fromObject({ minutes: 30 });
  await change('planning', (meeting) =>
    moveMeeting(meeting, meeting.startsAt.plus({ hours: 1 }), half, DateTime.now()),
  );

  const told = THREE.map(({ name }) => ({ name, cards: 1, files: 2, notices: 1 }));
  await eventually(() => expect(counts(world.slack, THREE, 'planning')).toEqual(told));
  const [notice] = inboxOf(world.slack, CHEN, 'planning').notices;
  expect(notice?.text).toMatch(/has moved from \*[^*]+12:30\* to \*[^*]+13:30–14:00 \(Asia\/Tokyo\)\*/);
  expect(joinUrlOf(cardOf(CHEN, 'planning'))).toContain('/j/');

  await change('planning', (meeting) => cancelMeeting(meeting, 'No <!channel> today', DateTime.now()));

  await eventually(() => {
    for (const person of THREE) {
      expect(said(cardOf(person, 'planning'))).toContain('*Cancelled*: No &lt;!channel&gt; today');
      expect(said(cardOf(person, 'planning'))).not.toContain('/j/');
      expect(inboxOf(world.slack, person, 'planning').notices).toHaveLength(2);
    }
  });
});

test('the link to a public meeting stands on the organizer’s card alone, until it leads nowhere', async () => {
  const linkOn = (person: typeof ALICE) => /<(https?:[^>]+\/m\/[^>]+)>/.exec(said(cardOf(person, 'bazaar')))?.[1];
  await world.meet('bazaar tomorrow 9am public @bob');
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'bazaar')).toEqual(oneEach([ALICE, BOB])));
  const [onAlices, onBobs] = [linkOn(ALICE), linkOn(BOB)];
  const { status } = await fetch(onAlices ?? '');
  await change('bazaar', (meeting) => cancelMeeting(meeting, null, DateTime.now()));

  expect([onAlices, onBobs, status]).toEqual([expect.stringContaining('/m/'), undefined, 200]);
  await eventually(() => expect(said(cardOf(ALICE, 'bazaar'))).toContain('*Cancelled*'));
  expect(linkOn(ALICE)).toBeUndefined();
});

test('Undo removes every message and file, and says so in place of its button', async () => {
  const answers = () => world.slack.ephemerals(ACME_TEAM_ID, ALICE.id);
  await scheduled('hasty');
  const answer = answers().find(({ text }) => text.startsWith('Scheduled “hasty”'));
  const { channel = TEAM_CHANNEL, ts = '' } = answer ?? {};

  await world.slack.press({ team: ACME_TEAM_ID, user: ALICE.id, channel, ts, actionId: 'undo_meeting' });

  const nothing = THREE.map(({ name }) => ({ name, cards: 0, files: 0, notices: 0 }));
  await eventually(() => expect(counts(world.slack, THREE, 'hasty')).toEqual(nothing));
  await eventually(() =>
    expect(answers().map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Undone: “hasty”/)),
  );
  expect(answers().filter(({ text }) => text.startsWith('Scheduled “hasty”'))).toEqual([]);
});

test('somebody who cannot be reached stands on the organizer’s card, and Resend reaches them later', async () => {
  await faultFor(world, CHEN, say('chat.postMessage', { kind: 'error', error: 'channel_not_found' }));
  await world.meet('missing tomorrow 9am @bob @chen');
  await eventually(() => expect(said(cardOf(ALICE, 'missing'))).toContain(`*Not reached*\\n• <@${CHEN.id}>`));

  await press(ALICE, 'missing', 'resend_unreached');

  await eventually(() => expect(counts(world.slack, [CHEN], 'missing')).toEqual(oneEach([CHEN])));
  await eventually(() => expect(said(cardOf(ALICE, 'missing'))).not.toContain('Not reached'));
});

test('who was taken off a moment ago is told so when they press what still stands there', async () => {
  await scheduled('private', [ALICE, BOB]);
  await changeUnseen('private', (meeting) => takeOff(meeting, inviteeIdFor(meeting.id, BOB.id), DateTime.now()));

  await press(BOB, 'private', 'answer_accept');

  const answers = () => world.slack.ephemerals(ACME_TEAM_ID, BOB.id).map(({ text }) => text);
  await eventually(() => expect(answers()).toContainEqual(expect.stringMatching(/^You are not invited/)));
});

test('nothing was done that a good app does not do', async () => {
  await world.quiet();

  world.expectClean();
});
