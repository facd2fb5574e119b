import { englishDay } from '../../domain/english-time.ts';
import type { More } from '../../domain/folded-runs.ts';
import { plainLine } from '../../domain/plain-text.ts';
import type { Home, HomeEntry } from '../../usecases/look-at-home.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** Five titles, each letter escaped to at most five, fit into a line of a message. */
const MOST_LATER = 5;
const LONGEST_TITLE = 60;

/** The runs of a series that one entry stands for: `and 9 more until Fri, Dec 4`. */
export function moreText({ count, until }: More, { zone, locale }: Reader): string {
  return `and ${count} more ${count === 1 ? 'on' : 'until'} ${englishDay(until.setZone(zone), 'near', locale)}`;
}

/** What lies behind the two weeks: `After Mon, Dec 7, 2026: *Standup* goes on; *Retro* on Wed, Dec 9, 2026.` */
export function laterText({ entries, later, shownUntil, reader }: Home): string {
  const { zone, locale } = reader;
  if (later.length === 0) return 'Nothing else is planned.';
  const known = new Set(entries.map(({ meeting }) => meeting.id));
  const lines = later.slice(0, MOST_LATER).map(({ meeting, occurrence }) => {
    const title = `*${escapeMrkdwn(plainLine(meeting.title, LONGEST_TITLE))}*`;
    if (known.has(meeting.id) && meeting.series) return `${title} goes on`;
    return `${title} on ${englishDay(occurrence.startsAt.setZone(zone), 'short', locale)}`;
  });
  const more = later.length - MOST_LATER;
  const all = [...lines, ...(more > 0 ? [`and ${more} more`] : [])];
  return `After ${englishDay(shownUntil.setZone(zone), 'short', locale)}: ${all.join('; ')}.`;
}

/** How many runs these entries stand for. */
export function runsIn(entries: readonly HomeEntry[]): number {
  return entries.reduce((sum, { more }) => sum + 1 + (more?.count ?? 0), 0);
}
