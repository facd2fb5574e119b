import { describe, expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import { cancelMeeting, cancelOccurrence, withdraw } from '../../src/domain/changes/cancel.ts';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { invitePeople, replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import { type InviteeId, inviteeIdFor } from '../../src/domain/ids.ts';
import { keyOf } from '../../src/domain/occurrence.ts';
import { ZOE } from '../support/a-guest.ts';
import { ALICE, anInvitee, BOB, berlin, STANDUP } from '../support/a-meeting.ts';
import { setMailStage } from './mail-stage.ts';

const zoeId: InviteeId = inviteeIdFor(STANDUP, ZOE);
const half = Duration.fromObject({ minutes: 30 });
const weekly = { rule: { freq: 'WEEKLY', count: 4 } as const, changes: [] };

const now = (stage: { readonly clock: { now(): DateTime } }) => stage.clock.now();

describe('a guest is mailed', () => {
  test('one invitation, to them alone, with answers going to the organizer', async () => {
    const { quiet, mailer } = await setMailStage();
    await quiet();
    await quiet();

    expect(mailer.sent).toMatchObject([
      {
        to: ZOE,
        senderName: 'Alice (via Convene)',
        replyTo: { name: 'Alice', address: 'alice@acme.example' },
        subject: 'Invitation: Standup (Tue 3 Mar 2026, 09:00)',
        calendar: { method: 'REQUEST', filename: 'standup.ics' },
        unsubscribeUrl: null,
      },
    ]);
    expect(mailer.sent[0]?.calendar?.content).toContain(`mailto:${ZOE}`);
  });

  test('each change of time or words once, under the same uid with a higher number', async () => {
    const stage = await setMailStage();
    const { quiet, later } = stage;
    await quiet();
    await later((m) => moveMeeting(m, berlin('2026-03-04T10:00'), half, now(stage)));
    await quiet();
    await later((m) => reword(m, { title: 'Stand-up', notes: null }, now(stage)));
    await quiet();
    await later((m) => cancelMeeting(m, 'I am ill.', now(stage)));
    await quiet();

    expect(stage.subjects()).toEqual([
      'Invitation: Standup (Tue 3 Mar 2026, 09:00)',
      'Moved: Standup (Tue 3 Mar 2026, 09:00 → Wed 4 Mar 2026, 10:00)',
      'Changed: Stand-up (Wed 4 Mar 2026, 10:00)',
      'Cancelled: Stand-up (Wed 4 Mar 2026, 10:00)',
    ]);
    expect(stage.calendars()).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['REQUEST', 2],
      ['CANCEL', 3],
    ]);
    expect(stage.shown()).toEqual([['2026-03-03 09:00'], ['2026-03-04 10:00'], ['2026-03-04 10:00'], []]);
  });

  test('of a series each changed run by itself', async () => {
    const stage = await setMailStage({ series: weekly });
    const { quiet, later } = stage;
    await quiet();
    const key = (iso: string) => keyOf({ series: weekly }, berlin(iso));
    await later((m) => moveOccurrence(m, key('2026-03-10T09:00'), berlin('2026-03-11T11:00'), half, now(stage)));
    await quiet();
    await later((m) => cancelOccurrence(m, key('2026-03-17T09:00'), null, now(stage)));
    await quiet();
    await later((m) => reword(m, { title: 'Weekly', notes: null }, now(stage)));
    await quiet();
    await later((m) => cancelMeeting(m, null, now(stage)));
    await quiet();

    expect(stage.calendars()).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1, 'one'],
      ['CANCEL', 2, 'one'],
      ['REQUEST', 3],
      ['CANCEL', 4],
    ]);
    const first = ['2026-03-03 09:00', '2026-03-10 09:00', '2026-03-17 09:00', '2026-03-24 09:00'];
    const moved = ['2026-03-03 09:00', '2026-03-11 11:00', '2026-03-17 09:00', '2026-03-24 09:00'];
    const off = ['2026-03-03 09:00', '2026-03-11 11:00', '2026-03-24 09:00'];
    expect(stage.shown()).toEqual([first, moved, off, off, []]);
    expect(stage.mailer.sent[2]?.text).toContain('Alice has cancelled this meeting for this time only');
  });

  test('nothing of a move there and back', async () => {
    const stage = await setMailStage();
    await stage.quiet();
    await stage.later((m) => moveMeeting(m, berlin('2026-03-04T10:00'), half, now(stage)));
    await stage.later((m) => moveMeeting(m, berlin('2026-03-03T09:00'), half, now(stage)));
    await stage.quiet();

    expect(stage.calendars()).toEqual([['REQUEST', 0]]);
  });

  test('one mail of a burst of moves', async () => {
    const stage = await setMailStage();
    await stage.quiet();
    for (const hour of ['10', '11', '12']) {
      await stage.later((m) => moveMeeting(m, berlin(`2026-03-03T${hour}:00`), half, now(stage)));
    }
    await stage.quiet();

    expect(stage.calendars()).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 3],
    ]);
  });

  test('what was changed while a mail was on its way', async () => {
    const stage = await setMailStage();
    await stage.quiet();
    stage.mailer.during(() => stage.later((m) => moveMeeting(m, berlin('2026-03-03T09:00'), half, now(stage))));
    await stage.later((m) => moveMeeting(m, berlin('2026-03-03T11:00'), half, now(stage)));
    await stage.quiet();

    expect(stage.shown().at(-1)).toEqual(['2026-03-03 09:00']);
  });

  test('a cancellation when they are taken off, and a new invitation above it when they come back', async () => {
    const stage = await setMailStage();
    await stage.quiet();
    await stage.later((m) => takeOff(m, zoeId, now(stage)));
    await stage.quiet();
    await stage.later((m) => invitePeople(m, [{ user: null, email: ZOE, name: null }], now(stage)));
    await stage.quiet();
    await stage.later((m) => replaceLink(m, zoeId, now(stage)));
    await stage.quiet();

    expect(stage.calendars()).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
      ['REQUEST', 4],
    ]);
    expect(stage.shown()).toEqual([['2026-03-03 09:00'], [], ['2026-03-03 09:00'], ['2026-03-03 09:00']]);
  });

  test('a cancellation of a meeting that was taken back, if they were invited', async () => {
    const stage = await setMailStage();
    await stage.quiet();
    await stage.later((m) => withdraw(m, now(stage)));
    await stage.quiet();

    expect(stage.calendars()).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
  });

  test('nothing of a meeting that was taken back before it was sent', async () => {
    const stage = await setMailStage();
    await stage.later((m) => withdraw(m, now(stage)));
    await stage.quiet();

    expect(stage.mailer.sent).toEqual([]);
  });
});

describe('somebody in Slack who', () => {
  const people = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), anInvitee(STANDUP, BOB, { name: 'Bob' })];

  test.each(['file', 'mail', 'feed'] as const)('chose %s gets it by no other way', async (choice) => {
    const stage = await setMailStage({ invitees: people }, async (_, user) => (user === BOB ? choice : 'file'));
    await stage.quiet();
    await stage.later((m) => moveMeeting(m, berlin('2026-03-04T10:00'), half, now(stage)));
    await stage.quiet();

    expect(stage.cardsOf(BOB)).toHaveLength(1);
    expect(stage.noticesOf(BOB)).toMatchObject([{ news: 'moved', hasFile: choice === 'file' }]);
    expect(stage.filesOf(BOB)).toHaveLength(choice === 'file' ? 2 : 0);
    expect(stage.calendars()).toEqual(
      choice === 'mail'
        ? [
            ['REQUEST', 0],
            ['REQUEST', 1],
          ]
        : [],
    );
  });

  test('chose mail reads times as their profile says', async () => {
    const stage = await setMailStage({ invitees: people }, async () => 'mail');
    await stage.quiet();

    expect(Object.fromEntries(stage.mailer.sent.map(({ to, subject }) => [to, subject]))).toEqual({
      'alice@acme.example': 'Invitation: Standup (Tue 3 Mar 2026, 09:00)',
      'bob@acme.example': 'Invitation: Standup (Tue, Mar 3, 2026, 3:00 AM)',
    });
  });
});
