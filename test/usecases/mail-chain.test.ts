import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { Duration } from 'luxon';
import { openMailer } from '../../src/composition/mailer.ts';
import { cancelMeeting, cancelOccurrence } from '../../src/domain/changes/cancel.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { keyOf } from '../../src/domain/occurrence.ts';
import { type MailSimulator, startMailSimulator } from '../../src/sandbox/mail-simulator/simulator.ts';
import { HOSTILE } from '../calendar/hostile-texts.ts';
import { SmallCalendar } from '../calendar/small-calendar.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { ALICE, anInvitee, berlin, STANDUP } from '../support/a-meeting.ts';
import { alice } from '../support/fake-directory.ts';
import { SENDER } from '../support/mail-parts.ts';
import { configWith } from '../support/settings.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const zoe = aGuest(STANDUP);
const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), zoe];
const half = Duration.fromObject({ minutes: 30 });
const weekly = { rule: { freq: 'WEEKLY', count: 4 } as const, changes: [] };

let simulator: MailSimulator;

beforeEach(async () => {
  simulator = await startMailSimulator({ clock: () => 0 });
});

afterEach(() => simulator.close());

/** Alice's meeting with Zoë, between the outbox as it ships and a real mail server. */
function setChain(changes: Parameters<typeof setOutgoingStage>[0] = {}) {
  const { transport } = configWith({ MAIL_URL: simulator.url, MAIL_FROM: `Convene <${SENDER}>` }).mail;
  const mailer = openMailer(transport, Duration.fromObject({ seconds: 10 }));
  return setOutgoingStage({ invitees, ...changes }, { mailer });
}

test('invited, moved, one moved, one cancelled, all cancelled: a calendar that takes the mails is right after each', async () => {
  const stage = await setChain({ series: weekly });
  const now = () => stage.clock.now();
  const key = (iso: string) => keyOf({ series: weekly }, berlin(iso));
  await stage.quiet();
  const steps: Parameters<typeof stage.change>[0][] = [
    (m) => moveMeeting(m, berlin('2026-03-03T14:00'), half, now()),
    (m) => moveOccurrence(m, key('2026-03-10T14:00'), berlin('2026-03-11T10:00'), half, now()),
    (m) => cancelOccurrence(m, key('2026-03-17T14:00'), null, now()),
    (m) => cancelMeeting(m, 'We are done.', now()),
  ];
  for (const step of steps) {
    stage.clock.advance({ minutes: 1 });
    await stage.change(step);
    await stage.quiet();
  }

  const calendar = new SmallCalendar();
  expect(simulator.mails().map((mail) => calendar.take(mail.calendar ?? { content: '' }).shown())).toEqual([
    ['2026-03-03 09:00', '2026-03-10 09:00', '2026-03-17 09:00', '2026-03-24 09:00'],
    ['2026-03-03 14:00', '2026-03-10 14:00', '2026-03-17 14:00', '2026-03-24 14:00'],
    ['2026-03-03 14:00', '2026-03-11 10:00', '2026-03-17 14:00', '2026-03-24 14:00'],
    ['2026-03-03 14:00', '2026-03-11 10:00', '2026-03-24 14:00'],
    [],
  ]);
  expect(simulator.mails().map(({ calendar }) => calendar?.method)).toEqual([
    'REQUEST',
    'REQUEST',
    'REQUEST',
    'CANCEL',
    'CANCEL',
  ]);
  expect(simulator.mails().every(({ envelope }) => envelope.to.join() === ZOE && envelope.from === SENDER)).toBe(true);
});

test('a mail that was taken on without an answer comes once more, as the same one', async () => {
  const stage = await setChain();
  simulator.fault({ at: 'data', play: { kind: 'cut-after' } });
  await stage.quiet();
  stage.clock.advance({ minutes: 10 });
  await stage.quiet();
  stage.clock.advance({ minutes: 10 });
  await stage.quiet();

  const ids = simulator.mails().map(({ messageId }) => messageId);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

test('a mail that was not taken on comes once', async () => {
  const stage = await setChain();
  simulator.fault({ at: 'rcpt', play: { kind: 'reply', status: 451, enhanced: '4.3.0' } });
  simulator.fault({ at: 'connect', play: { kind: 'cut' } });
  for (let tries = 0; tries < 4; tries += 1) {
    await stage.quiet();
    stage.clock.advance({ minutes: 10 });
  }

  expect(simulator.mails()).toHaveLength(1);
});

const LONG = 'x'.repeat(3_000);
/** Without half letters, which no store takes. */
const TEXTS = [...HOSTILE.filter(([what]) => what !== 'lone surrogates').map(([, text]) => text), LONG];

test.each(TEXTS)('%j stays what it is: one event, the expected headers, one recipient', async (text) => {
  const title = text.slice(0, 150);
  const stage = await setChain({
    title,
    notes: text,
    workspaceName: text,
    invitees: [invitees[0] ?? zoe, { ...zoe, name: text }],
  });
  stage.directory.put({ ...alice, name: text });
  await stage.quiet();

  const [mail] = simulator.mails();
  expect(simulator.mails()).toHaveLength(1);
  expect(mail?.envelope).toEqual({ from: SENDER, to: [ZOE] });
  expect(mail?.headers.map(({ name }) => name)).toEqual([
    'from',
    'to',
    'reply-to',
    'subject',
    'message-id',
    'date',
    'mime-version',
    'content-type',
  ]);
  const events = ICAL.Component.fromString(mail?.calendar?.content ?? '').getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  expect(events[0]?.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([`mailto:${ZOE}`]);
  expect(events[0]?.getAllProperties('organizer').map((one) => one.getFirstValue())).toEqual([`mailto:${SENDER}`]);
  expect(mail?.html).not.toMatch(/<script|<img|<b>/i);
});
