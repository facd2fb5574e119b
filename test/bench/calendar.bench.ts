import { createEvent } from 'ics';
import { DateTime } from 'luxon';
import type { CalendarMeeting } from '../../src/calendar/calendar-meeting.ts';
import { feed } from '../../src/calendar/feed.ts';
import { invitation } from '../../src/calendar/invitation.ts';
import { slackFile } from '../../src/calendar/slack-file.ts';
import { median, report } from './figures.ts';

const MEETINGS = 500;
const MEASUREMENTS = 11;
const FEED_GOAL_MS = 20;
const SLOWEST_RATIO = 0.5;

const now = DateTime.fromISO('2026-03-02T12:00:00Z', { zone: 'utc' });
const first = DateTime.fromISO('2026-03-06T09:00', { zone: 'Europe/Berlin' });
const people = {
  organizer: { name: 'Ann (via Convene)', address: 'convene@acme.org' },
  attendee: { name: 'Bob', address: 'bob@acme.org', role: 'invitee' },
} as const;

const meetings = Array.from({ length: MEETINGS }, (_, index): CalendarMeeting => {
  const start = first.plus({ hours: 7 * index });
  return {
    uid: `mT9xKc4RzL-${index}@meet.acme.org`,
    sequence: index % 3,
    changedAt: now,
    title: `Meeting ${index}`,
    notes: null,
    start,
    end: start.plus({ minutes: 30 }),
    joinUrl: `https://meet.acme.org/j/mT9xKc4RzL.${index}.1.sNbYd3JfGa6EuQ8?s=${index % 3}`,
    organizerName: 'Ann',
    series: null,
    reminderMinutes: 10,
  };
});

/** One of five repeats, with one occurrence moved and one cancelled. */
const mixed = meetings.map((meeting, index): CalendarMeeting => {
  if (index % 5 !== 0) return meeting;
  const { start, end } = meeting;
  const original = start.plus({ weeks: 1 });
  return {
    ...meeting,
    series: {
      rule: { freq: 'WEEKLY', until: '2026-12-31' },
      without: [start.plus({ weeks: 2 })],
      moved: [{ original, start: original.plus({ hours: 1 }), end: end.plus({ weeks: 1, hours: 1 }) }],
    },
  };
});

/** The same file as far as `ics` can write it. */
function writeByIcsAlone({ uid, sequence, title, start, end, joinUrl, changedAt }: CalendarMeeting): string | null {
  return createEvent({
    productId: '-//Convene//Convene 1.0//EN',
    method: 'PUBLISH',
    uid,
    sequence,
    title,
    description: `Join: ${joinUrl}\nOrganizer: Ann\nThis link is yours alone: whoever has it can join as you.`,
    location: joinUrl,
    url: joinUrl,
    start: start.toMillis(),
    end: end.toMillis(),
    lastModified: changedAt.toMillis(),
    status: 'CONFIRMED',
    transp: 'OPAQUE',
    classification: 'PRIVATE',
    alarms: [{ action: 'display', description: title, trigger: { minutes: 10, before: true } }],
  }).value;
}

/** Milliseconds of processor time, which other work on the machine disturbs less than the clock. */
function time(run: () => void): number {
  const startedAt = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

/** Calendar files against `ics` alone, and the feed of somebody with many meetings. */
export async function calendar(): Promise<void> {
  const tasks = {
    files: () => meetings.map((meeting) => slackFile(meeting, now)),
    alone: () => meetings.map(writeByIcsAlone),
    invitations: () => mixed.map((meeting) => invitation(meeting, people, now)),
    feed: () => feed('Bob', mixed, now),
  };
  const measured: Record<keyof typeof tasks, number[]> = { files: [], alone: [], invitations: [], feed: [] };
  for (let turn = 0; turn < MEASUREMENTS; turn += 1)
    for (const name of Object.keys(tasks) as (keyof typeof tasks)[]) measured[name].push(time(tasks[name]));

  const perSecond = (name: keyof typeof tasks) => Math.round((MEETINGS * 1000) / median(measured[name]));
  const ratio = perSecond('files') / perSecond('alone');
  report(
    `calendar files: ${perSecond('files')}/s, ics alone ${perSecond('alone')}/s (at least ${SLOWEST_RATIO})`,
    ratio,
  );
  report(`invitations, one of five to a series: ${perSecond('invitations')}/s`);
  const [cold = 0] = measured.feed;
  report(
    `feed of ${MEETINGS} meetings: ${median(measured.feed).toFixed(1)} ms (goal under ${FEED_GOAL_MS}), the first ${cold.toFixed(1)} ms`,
  );
}
