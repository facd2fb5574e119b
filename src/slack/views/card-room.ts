import type { KnownBlock } from '@slack/types';
import type { Card } from '../../domain/card.ts';
import { lengthText } from '../../domain/english-length.ts';
import { plainLine } from '../../domain/plain-text.ts';
import type { TimeReader } from '../../ports/messenger.ts';
import { contextBlock } from './blocks.ts';
import { clockMrkdwn, shortMomentText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

const MOST_INSIDE = 10;

/** Who is in the room, how long it was held, and what was recorded. */
export function roomBlocks(
  { inside, held, recordings, state }: Pick<Card, 'inside' | 'held' | 'recordings' | 'state'>,
  recordingUrls: readonly string[],
  reader: TimeReader,
): KnownBlock[] {
  const took = held && `${clockMrkdwn(held.until, reader)}, after ${lengthText(held.from, held.until)}`;
  const watch = recordings.flatMap(({ startedAt }, index) => {
    const url = recordingUrls[index];
    return url ? [`<${url}|${startedAt ? shortMomentText(startedAt, reader) : 'Watch'}>`] : [];
  });
  return [
    ...(inside.length > 0 ? [contextBlock(insideText(inside))] : []),
    ...(took ? [contextBlock(state === 'live' ? `The last ones left at ${took}.` : `It ended at ${took}.`)] : []),
    ...(watch.length > 0
      ? [contextBlock(`:movie_camera: ${watch.length === 1 ? 'Recording' : 'Recordings'}: ${watch.join(' · ')}`)]
      : []),
  ];
}

function insideText(inside: readonly string[]): string {
  const shown = inside.slice(0, MOST_INSIDE).map((name) => escapeMrkdwn(plainLine(name, 40)));
  const more = inside.length - shown.length;
  return `In the room now: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
