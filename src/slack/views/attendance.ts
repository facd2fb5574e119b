import type { Arrival, AttendanceNote } from '../../domain/attendance-note.ts';
import { lengthText, minutesText } from '../../domain/english-length.ts';
import type { AttendanceMessage } from '../../ports/messenger.ts';
import { contextBlock, linesText, sectionBlock } from './blocks.ts';
import { momentText } from './moment-text.ts';
import { escapeMrkdwn, partyText } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** Tells the organizer who came to a meeting. */
export function attendance({ title, startsAt, note, reader }: AttendanceMessage): Rendered {
  const { came, organizerCame, missing, held } = note;
  const took = held ? `It took ${lengthText(held.from, held.until)}. ` : '';
  const summary = `*${escapeMrkdwn(title)}* is over. ${took}${countText(note)}`;
  const lists = [
    [organizerCame ? '*Came besides you*' : '*Came*', ...came.map((one) => `• ${arrivalText(one)}`)],
    ['*Said yes but were not seen*', ...missing.map((one) => `• ${partyText(one)}`)],
  ].filter(({ length }) => length > 1);
  const advice = `${momentText(startsAt, reader)} · Only you can see this.`;
  return {
    text: linesText([summary, ...lists.flat()]),
    blocks: [sectionBlock(summary), ...lists.map((lines) => sectionBlock(linesText(lines))), contextBlock(advice)],
  };
}

/** The organizer is told of themselves, too: without a word, a count could mean either. */
function countText({ came: { length: count }, organizerCame }: AttendanceNote): string {
  if (count === 0) return 'Nobody came besides you.';
  if (organizerCame) return `You and ${count === 1 ? 'one other' : `${count} others`} came.`;
  return `${count === 1 ? 'One person' : `${count} people`} came. You were not seen there yourself.`;
}

function arrivalText({ who, minutesLate, minutesEarly }: Arrival): string {
  const remarks = [
    ...(minutesLate > 0 ? [`${minutesText(minutesLate)} late`] : []),
    ...(minutesEarly > 0 ? [`left ${minutesText(minutesEarly)} early`] : []),
  ];
  return `${partyText(who)}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`;
}
