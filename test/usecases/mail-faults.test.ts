import { describe, expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { MailFault } from '../../src/ports/mailer.ts';
import { aGuest } from '../support/a-guest.ts';
import { ALICE, anInvitee, berlin, STANDUP } from '../support/a-meeting.ts';
import { setMailStage } from './mail-stage.ts';

const zoe = aGuest(STANDUP);
const mateo = aGuest(STANDUP, 'mateo@example.com');
const half = Duration.fromObject({ minutes: 30 });

const now = (stage: { readonly clock: { now(): DateTime } }) => stage.clock.now();

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
