import type { DateTime } from 'luxon';
import { readRequest } from '../language/read-request.ts';

/**
 * The expressions of a language are compiled when a text is first read in it, which holds everything else for some tenths
 * of a second. For English, which every reading tries, that is done before the first person waits for an answer.
 */
export function warmUp(now: DateTime): void {
  readRequest('standup tomorrow 9am for 45 min', { now, zone: 'UTC', locale: 'en-US' });
}
