import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from '../support/eventually.ts';
import { submitForged } from '../support/forged-submission.ts';
import { aNewMeeting, homeOf, missing } from '../support/home-tab.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, colleagues, ROBOT, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const [STRANGER, NEWCOMER] = colleagues(2) as [PersonSeed, PersonSeed];

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(2) });
});

afterAll(() => world.close());

describe('on the card', () => {
  const titleOf = ({ view }: { view: Readonly<Record<string, unknown>> }) => (view['title'] as { text: string }).text;

  test('its buttons and its menu open the modals, for who presses now', async () => {
    const { title, id } = await aNewMeeting(world);
    const card = await eventually(() => inboxOf(world.slack, ALICE, title).cards[0] ?? missing());
    const onCard = { team: ACME_TEAM_ID, user: ALICE.id, channel: card.channel, ts: card.ts };
    const opened = () => world.slack.views(ACME_TEAM_ID, ALICE.id).map(titleOf);

    await world.slack.press({ ...onCard, actionId: 'cancel_meeting' });
    await eventually(() => expect(opened()).toEqual(['Cancel meeting']));
    await world.slack.closeView({ team: ACME_TEAM_ID, user: ALICE.id });
    await world.slack.press({ ...onCard, actionId: 'more_of_meeting', value: `manage_people ${id} once` });
    await eventually(() => expect(opened()).toEqual(['Add or remove people']));
    await world.slack.submit({ team: ACME_TEAM_ID, user: ALICE.id }, { people_add: [ROBOT.id] });
    expect(world.slack.views(ACME_TEAM_ID, ALICE.id)[0]?.errors).toEqual({
      people_add: expect.stringContaining('a bot'),
    });
    await world.slack.submit({ team: ACME_TEAM_ID, user: ALICE.id }, { people_add: [NEWCOMER.id] });

    await eventually(() => expect(inboxOf(world.slack, NEWCOMER, title).cards).toHaveLength(1));
    await world.slack.closeView({ team: ACME_TEAM_ID, user: ALICE.id });
  });
});

describe('another time', () => {
  const bob = { team: ACME_TEAM_ID, user: BOB.id };

  /** What Alice is asked about this meeting. */
  const question = (title: string) =>
    eventually(
      () => inboxOf(world.slack, ALICE, title).notices.find(({ text }) => text.includes('proposes')) ?? missing(),
    );

  test('an invitee proposes it from their card, and the organizer moves the meeting there with one press', async () => {
    const { title, id, day } = await aNewMeeting(world);
    const { channel, ts, blocks } = await eventually(() => inboxOf(world.slack, BOB, title).cards[0] ?? missing());
    const [value = ''] = JSON.stringify(blocks).match(/propose_time [\w-]{22} once \d+/) ?? [];
    const rather = day.plus({ days: 1, hours: 9, minutes: 30 });
    const seenByBob = rather.setZone(BOB.tz);

    await world.slack.press({ ...bob, channel, ts, actionId: 'more_of_meeting', value });
    await eventually(() => expect(world.slack.views(ACME_TEAM_ID, BOB.id)).toHaveLength(1));
    await world.slack.submit(bob, {
      propose_day: seenByBob.toFormat('yyyy-MM-dd'),
      propose_time_at: seenByBob.toFormat('HH:mm'),
      propose_note: 'My <!channel> train is late',
    });
    const asked = await question(title);
    expect(JSON.stringify(asked.blocks)).toContain('My &lt;!channel&gt; train is late');
    await world.slack.closeView(bob);
    const press = { team: ACME_TEAM_ID, user: ALICE.id, channel: asked.channel, ts: asked.ts };
    await world.slack.press({ ...press, actionId: 'move_as_proposed' });

    await eventually(async () => {
      const after = world.slack.messages(ACME_TEAM_ID, asked.channel).find((message) => message.ts === asked.ts);
      expect(after?.text).toMatch(/is moved: .* 09:30/);
      expect(JSON.stringify(after?.blocks)).not.toContain('action_id');
      const alices = (await homeOf(world, ALICE)).find((entry) => entry.id === id);
      expect(alices?.words).toContain('09:30');
    });
  });

  test('somebody who is not invited cannot send it', async () => {
    const { id, day } = await aNewMeeting(world);

    const said = await submitForged(world, {
      ...{ team: ACME_TEAM_ID, user: STRANGER.id, callback: 'propose_modal', metadata: `${id} once` },
      values: {
        propose_day: { type: 'datepicker', selected_date: day.toFormat('yyyy-MM-dd') },
        propose_time_at: { type: 'timepicker', selected_time: '11:00' },
      },
    });

    expect(said).toBe('You are not invited to this meeting, so you cannot propose another time for it.');
  });
});

test('nothing was done that Slack refuses, and no secret was printed', () => {
  world.expectClean();
});
