import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { type Edit, editMeeting } from '../../src/domain/changes/edit-meeting.ts';
import { inviteeIdFor, type SlackUserId } from '../../src/domain/ids.ts';
import {
  AGREED_AT,
  ALICE,
  aMeeting,
  anInvitee,
  BOB,
  berlin,
  CHEN,
  inviteeNamed,
  STANDUP,
} from '../support/a-meeting.ts';

const DANA = 'U0DANA000' as SlackUserId;
const meeting = aMeeting();
const half = Duration.fromObject({ minutes: 30 });

/** The meeting as it is. */
const asItIs: Edit = {
  title: meeting.title,
  notes: meeting.notes,
  time: null,
  access: meeting.access,
  waitForHost: meeting.waitForHost,
  people: [BOB, CHEN].map((user) => ({ user, name: user })),
  groups: [],
  channels: [],
};

test('all of an edit is one change for calendars', () => {
  const time = { startsAt: berlin('2026-03-04T10:00'), length: half };
  const people = [
    { user: BOB, name: 'Bob' },
    { user: DANA, name: 'Dana' },
  ];

  const edited = editMeeting(meeting, { ...asItIs, title: 'Review', time, people, channels: ['C1'] }, AGREED_AT);

  expect(edited).toEqual({
    ok: true,
    value: {
      ...meeting,
      title: 'Review',
      startsAt: berlin('2026-03-04T10:00'),
      endsAt: berlin('2026-03-04T10:30'),
      earlierStarts: [{ startsAt: meeting.startsAt, until: 0 }],
      invitees: [inviteeNamed(meeting, ALICE), inviteeNamed(meeting, BOB), anInvitee(STANDUP, DANA, { name: 'Dana' })],
      former: [inviteeNamed(meeting, CHEN)],
      channels: [{ id: 'C1', seat: inviteeIdFor(STANDUP, 'C1') }],
      sequence: 1,
    },
  });
});

test('nothing is changed where one part cannot be', () => {
  const time = { startsAt: berlin('2026-02-04T10:00'), length: half };

  expect(editMeeting(meeting, { ...asItIs, title: 'Review', time }, AGREED_AT)).toMatchObject({
    ok: false,
    problem: { kind: 'starts-in-the-past' },
  });
});

test('what concerns no calendar raises no sequence', () => {
  const edited = editMeeting(meeting, { ...asItIs, access: 'public' }, AGREED_AT);

  expect(edited).toEqual({ ok: true, value: { ...meeting, access: 'public' } });
});

test('who came by a channel stays, and who came by a group that is taken out goes', () => {
  const byChannel = anInvitee(STANDUP, DANA, { via: 'C1' });
  const byGroup = anInvitee(STANDUP, CHEN, { via: 'S1' });
  const organizer = inviteeNamed(meeting, ALICE);
  const before = aMeeting({ invitees: [organizer, byChannel, byGroup], groups: ['S1'] });

  const edited = editMeeting(before, { ...asItIs, people: [] }, AGREED_AT);

  expect(edited).toMatchObject({
    ok: true,
    value: { invitees: [organizer, byChannel], former: [byGroup], groups: [], sequence: 0 },
  });
});
