import { isMoved } from '../../domain/folded-runs.ts';
import type { Home, HomeEntry } from '../../usecases/look-at-home.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import { contextBlock, linesBlock, linesText, words } from './blocks.ts';
import { laterText, moreText } from './home-texts.ts';
import { shortMomentText } from './moment-text.ts';
import { escapeMrkdwn, mention } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

const LONGEST_TEXT = 2_000;

/** What the Home tab lists, for somebody who asks for it in words. */
export function agendaList(home: Home, command: string): Rendered {
  const { entries, later, reader } = home;
  const howTo = `\`${command} help\` says how to schedule one.`;
  if (entries.length === 0) {
    return words(
      later.length > 0
        ? `You have no meetings in the next two weeks. ${laterText(home)}`
        : `You have no meetings. ${howTo}`,
    );
  }
  const lines = [
    `Your meetings in the next two weeks (${reader.zone}):`,
    ...entries.map((entry) => `• ${lineText(entry, reader)}`),
  ];
  return {
    text: `${linesText(lines, LONGEST_TEXT)}\n${laterText(home)}`,
    blocks: [linesBlock(lines), contextBlock(laterText(home))],
  };
}

function lineText({ meeting, occurrence, isOrganizer, more }: HomeEntry, reader: Reader): string {
  const { startsAt, plannedAt, isCancelled } = occurrence;
  return [
    `${shortMomentText(startsAt, reader)}  *${escapeMrkdwn(meeting.title)}*`,
    ...(isOrganizer ? [] : [`by ${mention(meeting.organizer)}`]),
    ...(isCancelled ? ['cancelled this time'] : []),
    ...(isMoved(occurrence) ? [`moved from ${shortMomentText(plannedAt, reader)}`] : []),
    ...(more ? [moreText(more, reader)] : []),
  ].join(', ');
}
