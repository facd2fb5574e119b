import { describe, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import type { Logger } from 'pino';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { replaceLink } from '../../src/domain/changes/people.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { MailFault } from '../../src/ports/mailer.ts';
import { makeAnswerAtDoor } from '../../src/usecases/answer-at-door.ts';
import { makeIssueGuestCode } from '../../src/usecases/issue-guest-code.ts';
import { makeProveGuest } from '../../src/usecases/prove-guest.ts';
import { makeUnsubscribe } from '../../src/usecases/unsubscribe.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { ALICE, anInvitee, berlin, STANDUP } from '../support/a-meeting.ts';
import { fakeMailer } from '../support/fake-mailer.ts';
import { CODE_KEYS, unsubscribeLinks } from '../support/mail-parts.ts';
import { setOutgoingStage } from './outgoing-stage.ts';
import { links } from './stage.ts';

const zoe = aGuest(STANDUP);
const half = Duration.fromObject({ minutes: 30 });

async function setGuestStage(changes: Partial<Meeting> = {}) {
  const mailer = fakeMailer();
  const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), zoe];
  const stage = await setOutgoingStage(
    { invitees, ...changes },
    { mailer, remindsBefore: Duration.fromObject({ minutes: 10 }) },
  );
  const deps = { ...stage, links, codeKeys: CODE_KEYS, wake: () => {}, log: stage.log as unknown as Logger };
  const link = links.urlFor(stage.meeting, zoe).split('/j/')[1] ?? '';
  return {
    ...stage,
    mailer,
    link,
    issue: makeIssueGuestCode(deps),
    prove: makeProveGuest(deps),
    unsubscribe: makeUnsubscribe({ ...stage, unsubscribeLinks }),
    answerAtDoor: makeAnswerAtDoor({ ...stage, links, answerMeeting: stage.answer }),
    codeMailed: () => codeIn(mailer.sent.findLast(({ subject }) => subject.startsWith('Your code'))?.text),
    subjects: () => mailer.sent.map(({ subject }) => subject),
    seat: () => stage.seats.get(STANDUP, 'once', zoe.id),
  };
}

describe('a guest who asks for a code', () => {
  test('is mailed one that proves the address once', async () => {
    const { issue, prove, quiet, link, mailer, codeMailed } = await setGuestStage();
    await quiet();

    expect(await issue(link)).toEqual({ ok: true, value: { sentTo: 'z•••@example.com', validMinutes: 10 } });
    await quiet();
    expect(mailer.sent.at(-1)).toMatchObject({ to: ZOE, subject: 'Your code for Standup', calendar: null });
    expect(await prove(link, codeMailed())).toEqual({ ok: true, value: links.read(link) });
    expect(await prove(link, codeMailed())).toEqual({ ok: false, problem: { kind: 'code-over' } });
  });

  test('is mailed it though an invitation waits for the mail server', async () => {
    const { issue, quiet, link, mailer, subjects } = await setGuestStage();
    mailer.trouble(new MailFault('unavailable', 'ECONNREFUSED'));
    await quiet();
    await issue(link);
    await quiet();

    expect(subjects()).toEqual(['Your code for Standup']);
  });

  test('has five tries, and only the last code is good', async () => {
    const { issue, prove, quiet, link, clock, codeMailed } = await setGuestStage();
    await issue(link);
    await quiet();
    const first = codeMailed();
    clock.advance({ minutes: 1 });
    await issue(link);
    await quiet();

    const tried = [];
    for (let count = 0; count < 5; count += 1) tried.push((await prove(link, first)).ok);
    expect(tried).toEqual([false, false, false, false, false]);
    expect(await prove(link, codeMailed())).toEqual({ ok: false, problem: { kind: 'code-over' } });
  });

  test('guesses no better by many tries at once', async () => {
    const { issue, prove, quiet, link, guestCodes } = await setGuestStage();
    await issue(link);
    await quiet();
    const tried = await Promise.all(Array.from({ length: 20 }, (_, at) => prove(link, String(at).padStart(6, 'x'))));

    expect(tried.filter(({ ok }) => !ok)).toHaveLength(20);
    expect((await guestCodes.get(STANDUP, zoe.id))?.triesLeft).toBe(0);
  });

  test('gets none by a link that was replaced or is no guest’s', async () => {
    const { issue, prove, link, change, clock, meeting } = await setGuestStage();
    const alices = links.urlFor(meeting, anInvitee(STANDUP, ALICE)).split('/j/')[1] ?? '';
    await change((m) => replaceLink(m, zoe.id, clock.now()));

    expect(await issue(link)).toEqual({ ok: false, problem: { kind: 'unknown-link' } });
    expect(await prove(link, '000000')).toEqual({ ok: false, problem: { kind: 'unknown-link' } });
    expect(await issue(alices)).toEqual({ ok: false, problem: { kind: 'unknown-link' } });
  });

  test('leaves no code in the store or the log', async () => {
    const { issue, quiet, link, codeMailed, guestCodes, log, deliveries } = await setGuestStage();
    await issue(link);
    await quiet();
    const kept = JSON.stringify([await guestCodes.get(STANDUP, zoe.id), await deliveries.nextDueAt(), log]);

    expect(codeMailed()).toMatch(/^\d{6}$/);
    expect(kept).not.toContain(codeMailed());
  });
});

describe('a guest is reminded', () => {
  const beforeNine = berlin('2026-03-03T08:50');

  test('ten minutes before, with a way to end that', async () => {
    const { quiet, clock, mailer, subjects } = await setGuestStage();
    await quiet();
    clock.set(beforeNine);
    await quiet();

    expect(subjects()).toEqual([
      'Invitation: Standup (Tue 3 Mar 2026, 09:00)',
      'Soon: Standup (Tue 3 Mar 2026, 09:00)',
    ]);
    expect(mailer.sent[1]?.unsubscribeUrl).toBe(unsubscribeLinks.urlFor({ meeting: STANDUP, invitee: zoe.id }));
  });

  test.each<[string, (stage: Awaited<ReturnType<typeof setGuestStage>>) => Promise<unknown>]>([
    [
      'who said no',
      ({ answerAtDoor, link, meeting }) =>
        answerAtDoor(link, { is: 'DECLINED', onlyThisTime: false, startsAt: meeting.startsAt }),
    ],
    ['who ended that', ({ unsubscribe }) => unsubscribe.choose(tokenOf(), false)],
    ['when it is too late', async ({ clock }) => clock.set(berlin('2026-03-03T09:00'))],
    [
      'of a time that was moved',
      ({ change, clock }) => change((m) => moveMeeting(m, berlin('2026-03-05T09:00'), half, clock.now())),
    ],
  ])('not %s', async (_, act) => {
    const stage = await setGuestStage();
    await stage.quiet();
    await act(stage);
    if (stage.clock.now() < beforeNine) stage.clock.set(beforeNine);
    await stage.quiet();

    expect(stage.subjects().filter((subject) => subject.startsWith('Soon'))).toEqual([]);
  });

  test.each<[string, MailFault[], object[]]>([
    ['takes nothing for now', Array(30).fill(new MailFault('unavailable', 'RCPT TO 450')), []],
    ['does not accept our credentials', Array(30).fill(new MailFault('unauthorized', 'AUTH 535')), []],
    ['refuses the mail', [new MailFault('refused', 'DATA 554')], []],
    [
      'knows the address no more',
      [new MailFault('refused-address', 'RCPT TO 550')],
      [{ what: 'reminder', reason: 'mail-refused-address', final: true }],
    ],
  ])('in vain where the mail server %s', async (_, faults, heard) => {
    const stage = await setGuestStage();
    await stage.quiet();
    stage.clock.set(beforeNine);
    stage.mailer.trouble(...faults);
    while (stage.clock.now() < berlin('2026-03-03T09:01')) {
      await stage.quiet();
      stage.clock.advance({ seconds: 20 });
    }

    const told = stage.messenger.sent.flatMap(({ message }) => (message.kind === 'unreached' ? message.people : []));
    expect(told.map(({ unreached }) => unreached)).toMatchObject(heard);
    expect(stage.subjects().filter((subject) => subject.startsWith('Soon'))).toEqual([]);
  });

  test('who asks for it again after they ended that', async () => {
    const { quiet, clock, unsubscribe, subjects } = await setGuestStage();
    await quiet();
    await unsubscribe.choose(tokenOf(), false);
    expect(await unsubscribe.look(tokenOf())).toMatchObject({ wantsReminders: false });
    await unsubscribe.choose(tokenOf(), true);
    clock.set(beforeNine);
    await quiet();

    expect(subjects().at(-1)).toBe('Soon: Standup (Tue 3 Mar 2026, 09:00)');
  });

  test('of the time that it was moved to', async () => {
    const stage = await setGuestStage();
    await stage.quiet();
    await stage.change((m) => moveMeeting(m, berlin('2026-03-05T09:00'), half, stage.clock.now()));
    await stage.quiet();
    stage.clock.set(berlin('2026-03-05T08:50'));
    await stage.quiet();

    expect(stage.subjects().at(-1)).toBe('Soon: Standup (Thu 5 Mar 2026, 09:00)');
  });
});

test('looking at the address that ends reminders changes nothing', async () => {
  const { unsubscribe, seat } = await setGuestStage();

  expect(await unsubscribe.look(tokenOf())).toEqual({ title: 'Standup', wantsReminders: true });
  expect((await seat()).wantsNoReminders).toBe(false);
  expect([await unsubscribe.look('forged'), await unsubscribe.choose('forged', false)]).toEqual([null, false]);
  expect([unsubscribe.isGenuine(tokenOf()), unsubscribe.isGenuine('forged')]).toEqual([true, false]);
});

describe('an answer by link', () => {
  test('is kept with the start that it was given for', async () => {
    const { answerAtDoor, link, meeting, seat } = await setGuestStage();
    const request = { is: 'ACCEPTED', onlyThisTime: false, startsAt: meeting.startsAt } as const;

    expect(await answerAtDoor(link, request)).toEqual({ ok: true, value: 'ACCEPTED' });
    expect((await seat()).answer).toMatchObject({ is: 'ACCEPTED' });
  });

  test('to a time that is not the present one is none', async () => {
    const { answerAtDoor, link, meeting, seat } = await setGuestStage();
    const startsAt = meeting.startsAt.plus({ hours: 1 });

    expect(await answerAtDoor(link, { is: 'ACCEPTED', onlyThisTime: false, startsAt })).toMatchObject({
      ok: false,
      problem: { kind: 'moved' },
    });
    expect((await seat()).answer).toBeNull();
  });

  test.each([
    [false, { series: 'TENTATIVE', one: null }],
    [true, { series: null, one: 'TENTATIVE' }],
  ])('to a series is for one time only where that is said: %s', async (onlyThisTime, kept) => {
    const series = { rule: { freq: 'WEEKLY' } as const, changes: [] };
    const { answerAtDoor, link, meeting, seats } = await setGuestStage({ series });
    await answerAtDoor(link, { is: 'TENTATIVE', onlyThisTime, startsAt: meeting.startsAt });

    const answerAt = async (key: string) => (await seats.get(STANDUP, key, zoe.id)).answer?.is ?? null;
    expect({ series: await answerAt('series'), one: await answerAt('20260303T080000Z') }).toEqual(kept);
  });
});

function codeIn(text = ''): string {
  const [code] = /\b\d{6}\b/.exec(text) ?? [];
  if (!code) throw new Error('No code was mailed');
  return code;
}

function tokenOf(): string {
  return unsubscribeLinks.urlFor({ meeting: STANDUP, invitee: zoe.id }).split('/unsubscribe/')[1] ?? '';
}
