import { expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import { cancellationMail, takenOffMail } from '../../src/mail/cancellation-mail.ts';
import { codeMail } from '../../src/mail/code-mail.ts';
import { invitationMail } from '../../src/mail/invitation-mail.ts';
import { reminderMail } from '../../src/mail/reminder-mail.ts';
import { updateMail } from '../../src/mail/update-mail.ts';
import { at, JOIN_URL, someFacts } from './some-facts.ts';

const SMALL_PRINT = 'Sent by Convene at meet.acme.org.';

test('an invitation says who, what, when and where, and how to answer', () => {
  const { subject, text } = invitationMail({
    ...someFacts(),
    joinUrl: JOIN_URL,
    notes: 'Please read the paper.\n\nhttps://acme.org/paper',
  });

  expect(subject).toBe('Invitation: Quarterly planning (Wed 11 Feb 2026, 09:00)');
  expect(text).toBe(`Ann Adler invites you to a video meeting

Quarterly planning

When: Wednesday, 11 February 2026, 09:00–09:30
      Europe/Berlin (UTC+1)
Organizer: Ann Adler
           Acme

Join: ${JOIN_URL}

Can you come? Your page opens, and one press there sends the answer.
Yes: ${JOIN_URL}#yes
Maybe: ${JOIN_URL}#maybe
No: ${JOIN_URL}#no

Ann Adler writes:
> Please read the paper.
>
> https://acme.org/paper

-- 
The link is yours alone: whoever has it can join as you.
You need nothing but a browser. The attached file puts the meeting into your calendar.
${SMALL_PRINT}
`);
});

test('a move says both times and asks anew', () => {
  const before = { startsAt: at('2026-02-10T16:00'), endsAt: at('2026-02-10T16:30') };
  const { subject, text, html } = updateMail({ ...someFacts(), joinUrl: JOIN_URL, notes: null, before });

  expect(subject).toBe('Moved: Quarterly planning (Tue 10 Feb 2026, 16:00 → Wed 11 Feb 2026, 09:00)');
  expect(text).toContain(`Ann Adler has moved this meeting to another time

Quarterly planning

Was: Tuesday, 10 February 2026, 16:00–16:30
Now: Wednesday, 11 February 2026, 09:00–09:30
     Europe/Berlin (UTC+1)
`);
  expect(text).toContain('Can you come?');
  expect(text).toContain('delete that entry and open the attached file');
  expect(html).toMatch(/<s [^>]*>Tuesday, 10 February 2026, 16:00–16:30<\/s>/);
});

test('a change of words neither asks anew nor speaks of another time', () => {
  const { subject, text } = updateMail({ ...someFacts(), joinUrl: JOIN_URL, notes: 'New agenda', before: null });

  expect(subject).toBe('Changed: Quarterly planning (Wed 11 Feb 2026, 09:00)');
  expect(text).not.toMatch(/Can you come|Was:|old time/);
  expect(text).toContain(`Join: ${JOIN_URL}`);
});

test('a cancellation leads nowhere', () => {
  const { subject, text, html } = cancellationMail({ ...someFacts(), notes: 'I am ill.', isOneOfMany: false });

  expect(subject).toBe('Cancelled: Quarterly planning (Wed 11 Feb 2026, 09:00)');
  expect(text).toContain('Ann Adler has cancelled this meeting');
  expect(text).toContain('> I am ill.');
  expect(`${text}${html}`).not.toMatch(/https?:/);
});

test('who is taken off is told so, and that nothing is left to do', () => {
  const { subject, text, html } = takenOffMail(someFacts());

  expect(subject).toBe('No longer invited: Quarterly planning (Wed 11 Feb 2026, 09:00)');
  expect(text).toContain('has removed you from this meeting');
  expect(`${text}${html}`).not.toMatch(/https?:/);
});

test('a reminder can be joined from and be the last', () => {
  const unsubscribeUrl = 'https://meet.acme.org/unsubscribe/u1';
  const { subject, text } = reminderMail({ ...someFacts(), joinUrl: JOIN_URL, unsubscribeUrl });

  expect(subject).toBe('Soon: Quarterly planning (Wed 11 Feb 2026, 09:00)');
  expect(text).toContain(`Join: ${JOIN_URL}`);
  expect(text).toContain(`Stop reminders: ${unsubscribeUrl}`);
});

test('a code stands in the mail and not in its subject', () => {
  const { subject, text, html } = codeMail({
    title: 'Quarterly planning',
    host: 'meet.acme.org',
    code: '042817',
    validMinutes: 10,
  });

  expect(subject).toBe('Your code for Quarterly planning');
  expect(text).toContain('\n042817\n');
  expect(text).toContain('works for 10 minutes');
  expect(html).toContain('>042817</p>');
});

test.each<[string, DateTime, DateTime, string, string]>([
  ['de', at('2026-02-11T09:00'), at('2026-02-11T09:30'), 'Wednesday, 11 February 2026, 09:00–09:30', 'UTC+1'],
  [
    'en-US',
    at('2026-07-11T21:00'),
    at('2026-07-12T00:15'),
    'Saturday, July 11, 2026, 9:00 PM – Sunday, July 12, 2026, 12:15 AM',
    'UTC+2',
  ],
  ['not a locale', at('2026-02-11T00:00'), at('2026-02-11T00:30'), 'Wednesday, 11 February 2026, 00:00–00:30', 'UTC+1'],
])('times are written as %s has them', (locale, startsAt, endsAt, words, offset) => {
  const reader = { startsAt: startsAt.reconfigure({ locale }), endsAt: endsAt.reconfigure({ locale }) };

  expect(invitationMail({ ...someFacts(), ...reader, joinUrl: JOIN_URL, notes: null }).text).toContain(
    `When: ${words}\n      Europe/Berlin (${offset})\n`,
  );
});

test('a series says how it repeats, a zone without a name how it is called', () => {
  const facts = { ...someFacts(), startsAt: at('2026-02-11T09:00').toUTC(), endsAt: at('2026-02-11T09:30').toUTC() };

  expect(invitationMail({ ...facts, repeats: 'every Wednesday', joinUrl: JOIN_URL, notes: null }).text).toContain(
    'When: Wednesday, 11 February 2026, 08:00–08:30\n      UTC\n      every Wednesday\n',
  );
});

test.each(['javascript:alert(1)', '/j/abc', ''])('leads to web addresses only, not to %p', (joinUrl) => {
  expect(() => invitationMail({ ...someFacts(), joinUrl, notes: null })).toThrow(RangeError);
});
