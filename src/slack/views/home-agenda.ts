import type { Button, KnownBlock } from '@slack/types';
import type { DateTime } from 'luxon';
import { isMoved } from '../../domain/folded-runs.ts';
import type { Home, HomeEntry } from '../../usecases/look-at-home.ts';
import { CANCEL_MEETING, MOVE_MEETING, pressValue } from './actions.ts';
import { contextBlock, linesBlock, sectionBlock } from './blocks.ts';
import { HOME_ANSWERS, HOME_JOIN, HOME_UNDO, homeButton } from './home-buttons.ts';
import { laterText, moreText, runsIn } from './home-texts.ts';
import { dayText, rangeText, shortMomentText } from './moment-text.ts';
import { escapeMrkdwn, mention } from './mrkdwn.ts';
import { ruleText } from './rule-text.ts';

/** Day by day, as far as there is room, with what is left out and what lies behind in two lines at the end. */
export function agendaBlocks(home: Home, command: string, room: number): KnownBlock[] {
  const { entries, reader } = home;
  const last = laterBlock(home, command);
  const blocks: KnownBlock[] = [];
  let day = '';
  for (const [index, entry] of entries.entries()) {
    const at = entry.occurrence.startsAt;
    const isNewDay = dayText(at, reader) !== day;
    const next = [...(isNewDay ? [sectionBlock(`*${dayName(at, home)}*`)] : []), ...entryBlocks(entry, home)];
    if (blocks.length + next.length > room - 2) {
      const left = runsIn(entries.slice(index));
      return [...blocks, contextBlock(`… and ${left} more in these two weeks`), last];
    }
    day = dayText(at, reader);
    blocks.push(...next);
  }
  return [...blocks, last];
}

function laterBlock(home: Home, command: string): KnownBlock {
  const { entries, later } = home;
  if (entries.length > 0) return contextBlock(laterText(home));
  const none = later.length > 0 ? `Nothing in the next two weeks. ${laterText(home)}` : 'Nothing is planned.';
  return sectionBlock(`${none} Type \`${command} standup tomorrow 9am @bob\` anywhere to schedule something.`);
}

function dayName(at: DateTime, { now, reader }: Home): string {
  const days = at.setZone(reader.zone).startOf('day').diff(now.setZone(reader.zone).startOf('day'), 'days').days;
  const name = dayText(at, reader);
  if (days <= 0) return `Today, ${name}`;
  return Math.round(days) === 1 ? `Tomorrow, ${name}` : name;
}

function entryBlocks(entry: HomeEntry, { reader, now }: Home): KnownBlock[] {
  const { meeting, occurrence, more, isOrganizer } = entry;
  const { startsAt, endsAt, plannedAt, isCancelled } = occurrence;
  const title = escapeMrkdwn(meeting.title);
  const time = rangeText(startsAt, endsAt, reader);
  if (isCancelled) return [sectionBlock(`~${time}~  *${title}* · cancelled this time`)];
  const by = isOrganizer ? 'you organize it' : `by ${mention(meeting.organizer)}`;
  const remarks = [
    by,
    ...(meeting.series ? [ruleText(meeting.series.rule, reader.locale)] : []),
    ...(isMoved(occurrence) ? [`moved from ${shortMomentText(plannedAt, reader)}`] : []),
  ];
  const isLive = startsAt <= now && now < endsAt;
  const lines = [
    `${time}  *${title}*${isLive ? ' · under way' : ''}`,
    remarks.join(' · '),
    ...(more ? [`_${moreText(more, reader)}_`] : []),
  ];
  return [
    linesBlock(lines),
    { type: 'actions', block_id: pressValue(meeting.id, occurrence.key), elements: entryButtons(entry, isLive, now) },
  ];
}

function entryButtons(entry: HomeEntry, isLive: boolean, now: DateTime): Button[] {
  const { meeting, occurrence, joinUrl, isOrganizer, mayMove, mayCancel, answer } = entry;
  const value = pressValue(meeting.id, occurrence.key);
  const answers = isOrganizer
    ? []
    : Object.entries(HOME_ANSWERS).map(([action, { is, words }]) =>
        homeButton(
          action,
          is === answer ? `✓ ${words}` : words,
          pressValue(meeting.id, occurrence.key, occurrence.startsAt),
        ),
      );
  return [
    { ...homeButton(HOME_JOIN, 'Join', value), url: joinUrl, ...(isLive ? { style: 'primary' } : {}) },
    ...answers,
    ...(isOrganizer && now < meeting.sendsAt ? [homeButton(HOME_UNDO, 'Undo', pressValue(meeting.id))] : []),
    ...(mayMove ? [homeButton(MOVE_MEETING, 'Move…', value)] : []),
    ...(mayCancel ? [homeButton(CANCEL_MEETING, 'Cancel…', value)] : []),
  ];
}
