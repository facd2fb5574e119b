import { expect, test } from '@jest/globals';
import { Router } from 'express';
import { DateTime } from 'luxon';
import { joinPage } from '../../src/door/page.ts';
import type { DoorView } from '../../src/usecases/look-at-door.ts';
import { standup } from './fake-door.ts';

const now = DateTime.fromISO('2026-11-25T07:40:00Z');
const assets = { url: (entry: string) => `/assets/${entry}`, routes: Router() };

test('says everything in words before any script runs', () => {
  const status = { kind: 'too-early', opensAt: standup().startsAt.minus({ minutes: 10 }) } as const;

  expect(wordsOf({ ...standup(), status })).toBe(
    'Join your meeting · Convene Convene Not open yet Standup ' +
      'Wednesday, November 25, 2026 9:00 AM–9:30 AM Europe/Berlin Wed, 9:00 AM–9:30 AM in Europe/Berlin ' +
      'Length 30 minutes Organizer Alice Adams Workspace Acme ' +
      'You are early Leave this page open: you can join as soon as the countdown ends. ' +
      'You can join from Wed, Nov 25, 8:50 AM . Join the meeting ' +
      'Simulation: this server has no video service, so Join opens a demo room. ' +
      'Joining needs JavaScript. Please turn it on for this site, or open the link in another browser. ' +
      'Can you come? You have not answered yet. Yes Maybe No ' +
      'Add to your calendar or to Google Calendar , Outlook . ' +
      'These two are given only the title and the time, so keep the link to this page. ' +
      'This link is for Bob Brown . Please do not pass it on.',
  );
});

test.each<[DoorView['status']['kind'], string]>([
  ['open', 'Open now … You can come in Your camera and microphone stay off until you press Join.'],
  ['waiting-for-host', 'Waiting for the host … The host is not here yet Leave this page open:'],
  ['not-invited', 'Link withdrawn … This link no longer lets you in Look for a newer invitation'],
  ['ended', 'Ended … This meeting is over If you expected it later, look for a newer time'],
  ['cancelled', 'Cancelled … This meeting was cancelled There is nothing to join.'],
])('tells a person for whom it is %s what to do next', (kind, words) => {
  const [badge = '', state = ''] = words.split(' … ');
  const page = wordsOf({ ...standup(), status: { kind } as DoorView['status'] });

  expect(page).toContain(`Convene ${badge} Standup`);
  expect(page).toContain(state);
});

test('does not speak of a simulation where there is a video service', () => {
  expect(wordsOf({ ...standup(), simulated: false })).not.toContain('Simulation');
});

test('names the host as the one who hosts, and leaves out a workspace that is not known', () => {
  const page = wordsOf({ ...standup(), role: 'host', workspace: null });

  expect(page).toContain('This link is for Bob Brown , who hosts this meeting.');
  expect(page).not.toContain('Workspace');
});

const outdated = 'Your calendar is out of date';
const tuesday = standup().startsAt.minus({ days: 1 });
const movedOnce = { sequence: 2, earlierStarts: [{ startsAt: tuesday, until: 1 }] };

test.each<[string, Partial<DoorView>, string]>([
  [
    'of a meeting that was moved',
    movedOnce,
    'This meeting was moved to Wed, Nov 25, 9:00 AM . Your calendar still says Tue, Nov 24, 9:00 AM .',
  ],
  ['of a meeting with other words', { sequence: 2 }, 'Some details of this meeting have changed since you saved it.'],
  [
    'of a meeting that was moved there and back',
    {
      sequence: 3,
      earlierStarts: [
        { startsAt: standup().startsAt, until: 1 },
        { startsAt: tuesday, until: 2 },
      ],
    },
    'Some details of this meeting have changed since you saved it.',
  ],
  [
    'of a series of which this run was moved',
    { sequence: 2, repeats: true, plannedAt: tuesday },
    'Only this time it is at Wed, Nov 25, 9:00 AM instead of Tue, Nov 24, 9:00 AM .',
  ],
  [
    'of a series of which another run was moved',
    { sequence: 2, repeats: true },
    'Some details of this meeting have changed since you saved it.',
  ],
  [
    'of a series that was moved',
    { ...movedOnce, repeats: true },
    'The series was moved since you saved it: this time it is at Wed, Nov 25, 9:00 AM .',
  ],
])('says to who comes from an older file %s what it is wrong about, and offers the new one', (_, changes, words) => {
  const page = wordsOf({ ...standup(), ...changes }, 1);

  expect(page).toContain(
    `${outdated} ${words} Get the new calendar file and remove the old entry: calendars do not replace it.`,
  );
  expect(page).not.toContain('Add to your calendar');
});

test('an older file of a meeting that is over is told the time it was at, and offered nothing', () => {
  const page = wordsOf({ ...standup(), ...movedOnce, status: { kind: 'ended' } }, 0);

  expect(page).toContain('Your calendar still says Tue, Nov 24, 9:00 AM . Length');
});

test.each([
  ['mail', 'This meeting comes into your calendar by e-mail, and so does each change of it.'],
  [
    'feed',
    'This meeting comes into your calendar by your feed, and so does each change of it, often some hours later.',
  ],
] as const)('a calendar that follows by %s is offered no second entry', (calendar, words) => {
  const [now, old] = [wordsOf({ ...standup(), calendar }), wordsOf({ ...standup(), ...movedOnce, calendar }, 1)];

  expect([now, old]).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
  for (const page of [now, old]) expect(page).not.toMatch(/Add to your calendar|Google|Get the new/);
  expect(render({ ...standup(), calendar })).not.toContain('invite.ics');
});

test.each([
  ['the file as it stands', {}, 2],
  ['a file from the future', {}, 3],
  ['no file', {}, null],
  ['a meeting that was cancelled', { status: { kind: 'cancelled' } } as const, 1],
  ['a link that was withdrawn', { status: { kind: 'not-invited' } } as const, 1],
])('does not speak of the calendar for %s', (_what, view, fileSequence) => {
  expect(wordsOf({ ...standup(), sequence: 2, ...view }, fileSequence)).not.toContain('out of date');
});

test.each([
  [
    'en-US',
    'Wednesday, November 25, 2026 – Thursday, November 26, 2026 11:30 PM–1:00 AM Asia/Tokyo Wed, 11:30 PM – Thu, 1:00 AM in',
  ],
  ['de', 'Wednesday, 25 November 2026 – Thursday, 26 November 2026 23:30–01:00 Asia/Tokyo Wed, 23:30 – Thu, 01:00 in'],
])('a meeting across midnight shows both days, as %s has them', (locale, words) => {
  const startsAt = DateTime.fromISO('2026-11-25T23:30', { zone: 'Asia/Tokyo' });
  const view = { ...standup(startsAt), endsAt: startsAt.plus({ minutes: 90 }) };

  expect(wordsOf(view, null, locale)).toContain(words);
});

test.each([
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  'ישיבת צוות 🗓️ \u202e desrever',
])('text of people stays text everywhere: %s', (hostile) => {
  const view = { ...standup(), title: hostile, organizer: hostile, invitee: hostile, workspace: hostile };
  const page = render(view);

  expect(decode(page).split(hostile).length - 1).toBe(6);
  expect(tagsOf(page)).toEqual(tagsOf(render(standup())));
});

test('carries both nonces and the title of no meeting in its head', () => {
  const head = render(standup()).split('</head>')[0] ?? '';

  expect(head).toContain('<meta name="join-nonce" content="join nonce">');
  expect(head).toContain('<meta name="csp-nonce" content="style nonce">');
  expect(head).not.toContain('Standup');
});

function render(view: DoorView, fileSequence: number | null = null, locale = 'en-US'): string {
  return joinPage({
    locale,
    assets,
    link: 'the.link',
    view,
    now,
    joinNonce: 'join nonce',
    styleNonce: 'style nonce',
    fileSequence,
    missingProof: null,
  });
}

function wordsOf(view: DoorView, fileSequence: number | null = null, locale = 'en-US'): string {
  const text = render(view, fileSequence, locale).replace(/<[^>]*>/g, ' ');
  return decode(text).replace(/\s+/g, ' ').trim();
}

function decode(markup: string): string {
  return markup.replace(/&#(\d+);/g, (_entity, code) => String.fromCharCode(Number(code)));
}

/** Each tag with the names of its attributes: what a hostile text must not change. */
function tagsOf(markup: string): string[] {
  return [...markup.matchAll(/<\/?[a-z][^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ''));
}
