import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { type DateTime, Duration } from 'luxon';
import { cancelMeeting, cancelOccurrence, withdraw } from '../../src/domain/changes/cancel.ts';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { invitePeople, replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import { type InviteeId, inviteeIdFor } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { keyOf } from '../../src/domain/occurrence.ts';
import { MailFault } from '../../src/ports/mailer.ts';
import type { CalendarChoiceOf } from '../../src/usecases/calendar-choice-of.ts';
import { SmallCalendar } from '../calendar/small-calendar.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { ALICE, anInvitee, BOB, berlin, STANDUP } from '../support/a-meeting.ts';
import { fakeMailer } from '../support/fake-mailer.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const zoeId: InviteeId = inviteeIdFor(STANDUP, ZOE);
const zoe = aGuest(STANDUP);
const mateo = aGuest(STANDUP, 'mateo@example.com');
const half = Duration.fromObject({ minutes: 30 });
const weekly = { rule: { freq: 'WEEKLY', count: 4 } as const, changes: [] };

async function setMailStage(changes: Partial<Meeting> = {}, choice?: CalendarChoiceOf) {
  const mailer = fakeMailer();
  const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), zoe];
  const stage = await setOutgoingStage({ invitees, ...changes }, mailer, choice);
  /** What the mails say about the calendar: method, sequence and occurrence. */
  const calendars = () =>
    mailer.sent.map(({ calendar }) => {
      const object = ICAL.Component.fromString(calendar?.content ?? '');
      const event = object.getFirstSubcomponent('vevent');
      const what = [calendar?.method, Number(event?.getFirstPropertyValue('sequence'))];
      return event?.hasProperty('recurrence-id') ? [...what, 'one'] : what;
    });
  const shown = () => {
    const calendar = new SmallCalendar();
    return mailer.sent.map((mail) => calendar.take(mail.calendar ?? { content: '' }).shown());
  };
  const later = async (how: Parameters<typeof stage.change>[0]) => {
    stage.clock.advance({ minutes: 1 });
    await stage.change(how);
  };
  return { ...stage, mailer, calendars, shown, later, subjects: () => mailer.sent.map(({ subject }) => subject) };
}

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

describe('when the mail server', () => {
  test('refuses an address, the organizer is told and the others go on', async () => {
    const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), zoe, mateo];
    const stage = await setMailStage({ invitees });
    stage.mailer.trouble(new MailFault('refused-address', '550 5.1.1'));
    await stage.quiet();
    stage.clock.advance({ seconds: 5 });
    await stage.quiet();

    expect(stage.mailer.sent).toHaveLength(1);
    expect(stage.messenger.sent.map(({ message }) => message).filter(({ kind }) => kind === 'unreached')).toMatchObject(
      [{ people: [{ who: { user: null }, unreached: { what: 'mail', reason: 'mail-refused-address', final: true } }] }],
    );
  });

  test('does not answer, the mail waits and goes out later', async () => {
    const stage = await setMailStage();
    stage.mailer.trouble(new MailFault('unavailable', 'ECONNREFUSED'));
    await stage.quiet();
    expect(stage.mailer.sent).toEqual([]);
    stage.clock.advance({ minutes: 10 });
    await stage.quiet();

    expect(stage.calendars()).toEqual([['REQUEST', 0]]);
  });

  test('asks to slow down, every mail waits for it', async () => {
    const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), zoe, mateo];
    const stage = await setMailStage({ invitees });
    stage.mailer.trouble(new MailFault('throttled', '429', { retryAfterSeconds: 60 }));
    await stage.quiet();
    stage.clock.advance({ seconds: 59 });
    await stage.quiet();
    expect(stage.mailer.sent).toEqual([]);
    stage.clock.advance({ seconds: 3 });
    await stage.quiet();

    expect(stage.mailer.sent).toHaveLength(2);
  });

  test('may have taken a mail whose answer was lost, it comes again as the same one', async () => {
    const stage = await setMailStage();
    stage.mailer.trouble(new MailFault('unavailable', 'cut', { ambiguous: true }));
    await stage.quiet();
    stage.clock.advance({ minutes: 10 });
    await stage.quiet();

    const [one, other] = stage.mailer.sent;
    expect(stage.mailer.sent).toHaveLength(2);
    expect(other?.messageId).toBe(one?.messageId);
    expect(stage.shown()).toEqual([['2026-03-03 09:00'], ['2026-03-03 09:00']]);
  });

  test('may have taken a move that was taken back since, the calendar is put right', async () => {
    const stage = await setMailStage();
    await stage.quiet();
    stage.mailer.trouble(new MailFault('unavailable', 'cut', { ambiguous: true }));
    await stage.later((m) => moveMeeting(m, berlin('2026-03-03T11:00'), half, now(stage)));
    await stage.quiet();
    await stage.later((m) => moveMeeting(m, berlin('2026-03-03T09:00'), half, now(stage)));
    stage.clock.advance({ minutes: 10 });
    await stage.quiet();

    expect(stage.shown()).toEqual([['2026-03-03 09:00'], ['2026-03-03 11:00'], ['2026-03-03 09:00']]);
  });

  test('may have taken an invitation to a meeting that was cancelled since, they hear of that', async () => {
    const stage = await setMailStage();
    stage.mailer.trouble(new MailFault('unavailable', 'cut', { ambiguous: true }));
    await stage.quiet();
    await stage.later((m) => cancelMeeting(m, null, now(stage)));
    stage.clock.advance({ minutes: 10 });
    await stage.quiet();

    expect(stage.shown()).toEqual([['2026-03-03 09:00'], []]);
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
      'bob@acme.example': 'Invitation: Standup (Tue 3 Mar 2026, 3:00 AM)',
    });
  });
});
