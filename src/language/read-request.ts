import * as chrono from 'chrono-node';
import { DateTime, Duration } from 'luxon';
import type { Reading, ReadingContext } from './reading.ts';

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** Reads a whole command text as Slack sends it (with `should_escape`). Total: any string gives a reading. */
export function readRequest(text: string, { now, zone }: ReadingContext): Reading {
  const users = [...new Set([...text.matchAll(MENTION)].map((match) => match[1] ?? ''))];
  const rest = text.replace(MENTION, ' ').replace(/\s+/g, ' ').trim();
  const local = now.setZone(zone);
  const found = chrono.parse(rest, { instant: now.toJSDate(), timezone: local.offset }, { forwardDate: true })[0];
  const part = (name: chrono.Component) => found?.start.get(name) ?? undefined;
  const title = unescaped((found ? rest.replace(found.text, ' ') : rest).replace(/\s+/g, ' ').trim()) || null;
  const day =
    found && DateTime.fromObject({ year: part('year'), month: part('month'), day: part('day') } as object, { zone });
  const start = !day
    ? null
    : found?.start.isCertain('hour')
      ? { at: day.set({ hour: part('hour') ?? 0, minute: part('minute') ?? 0 }) }
      : { day: day.toISODate() };
  return {
    title,
    start,
    length: found?.end ? Duration.fromMillis(found.end.date().getTime() - found.start.date().getTime()) : null,
    people: { users, channels: [], groups: [], emails: [], unresolved: [], everyone: false },
    access: 'invited',
    recurrence: null,
    needs: [
      ...(title ? [] : ['title' as const]),
      ...(start === null ? ['date' as const] : []),
      ...(start && 'at' in start ? [] : ['time' as const]),
    ],
    doubts: start && 'at' in start && start.at < now ? [{ kind: 'past', alternatives: [] }] : [],
    stretches: [],
  };
}

/** Undoes what Slack does to these three signs (docs.slack.dev/messaging/formatting-message-text, "Escaping text"). */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
