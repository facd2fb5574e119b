import type { DateTime } from 'luxon';

/** When a meeting was to start before it was moved, so that who has an older calendar file can be told what it says. */
export interface EarlierStart {
  readonly startsAt: DateTime;
  /** The last SEQUENCE of the meeting with this start. */
  readonly until: number;
}

const MOST_KEPT = 20;

/** The starts to be remembered when a meeting of this sequence starts at another time from now on, the latest last. */
export function rememberStart(
  { startsAt, sequence, earlierStarts }: EarlierMeeting,
  next: DateTime,
): readonly EarlierStart[] {
  if (startsAt.toMillis() === next.toMillis()) return earlierStarts;
  return [...earlierStarts, { startsAt, until: sequence }].slice(-MOST_KEPT);
}

/** Which start a calendar file of this sequence says; null for the one that the meeting has now, or where it is forgotten. */
export function earlierStart(earlierStarts: readonly EarlierStart[], sequence: number): DateTime | null {
  return earlierStarts.find(({ until }) => sequence <= until)?.startsAt ?? null;
}

interface EarlierMeeting {
  readonly startsAt: DateTime;
  readonly sequence: number;
  readonly earlierStarts: readonly EarlierStart[];
}
