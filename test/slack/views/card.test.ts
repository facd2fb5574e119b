import { expect, test } from '@jest/globals';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { cardView } from '../../../src/slack/views/card.ts';
import { aCard, cardMessage } from '../../support/a-card.ts';
import { aGuest } from '../../support/a-guest.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, STANDUP } from '../../support/a-meeting.ts';

const alone = { invitees: [anInvitee(STANDUP, ALICE, { role: 'host' })] };
const channels = [{ id: 'C0TEAM000', seat: anInvitee(STANDUP, ALICE).id }];

function saidOf(meeting: Meeting, now = AGREED_AT): string {
  return JSON.stringify(cardView(cardMessage(aCard(meeting, ALICE, { now }))).blocks);
}

test.each<[string, Partial<Meeting>, string]>([
  ['people by name', {}, '<@U0BOB0000>, <@U0CHEN000>'],
  ['the members of a channel', { ...alone, channels }, 'everybody in <#C0TEAM000>'],
  ['people and a channel', { channels }, '<@U0BOB0000>, <@U0CHEN000>, everybody in <#C0TEAM000>'],
  ['whoever has the link', { ...alone, access: 'public' }, 'anyone who has the link'],
  ['nobody else', alone, 'nobody else'],
])('the card says that it invites %s', (_, changes, invited) => {
  expect(saidOf(aMeeting(changes))).toContain(`*Invited*\\n${invited}"`);
});

test.each([
  ['the organizer', ALICE, '<@U0BOB0000>, zoe@example.com'],
  ['another invitee', BOB, '<@U0BOB0000>, zoe'],
])('the card of %s names a guest as %s', (_, reader, invited) => {
  const meeting = aMeeting({
    invitees: [anInvitee(STANDUP, ALICE, { role: 'host' }), anInvitee(STANDUP, BOB), aGuest(STANDUP)],
  });
  const { blocks } = cardView(cardMessage(aCard(meeting, reader)));

  expect(JSON.stringify(blocks)).toContain(`*Invited*\\n${invited}"`);
});

test('the link for everybody is shown in full to who is in charge, and to nobody else', () => {
  const meeting = aMeeting({ access: 'public' });
  const said = (user: typeof ALICE) => JSON.stringify(cardView(cardMessage(aCard(meeting, user))).blocks);
  const link = `*Link to share* <https://meet.acme.org/m/${'y'.repeat(60)}>`;

  expect([said(ALICE).includes(link), said(BOB).includes('/m/')]).toEqual([true, false]);
});

test('a run of a series is the next one until it begins', () => {
  const series = aMeeting({ series: { rule: { freq: 'DAILY', interval: 1 }, changes: [] } });
  expect(saidOf(series)).toContain('*Next*');
  const live = saidOf(series, series.startsAt.plus({ minutes: 5 }));
  expect(live).toContain('Happening now');
  expect(live).toContain('*When*');
  expect(live).not.toContain('*Next*');
});
