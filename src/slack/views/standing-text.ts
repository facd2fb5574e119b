import type { Card } from '../../domain/card.ts';
import { escapedWithin } from './mrkdwn.ts';

const LONGEST_REASON = 600;

/** What is not as when a card came; empty while the meeting is to come. @param whose as in `You are not invited` */
export function standingText({ state, reason, rule }: Pick<Card, 'state' | 'reason' | 'rule'>, whose: string): string {
  switch (state) {
    case 'upcoming':
      return '';
    case 'live':
      return ':large_green_circle: *Happening now*';
    case 'over':
      return rule ? '*This series is over.*' : '*This meeting is over.*';
    case 'cancelled':
      return `:no_entry: *Cancelled*${reason ? `: ${escapedWithin(reason, LONGEST_REASON)}` : ''}`;
    case 'taken-off':
      return `${whose} not invited to this meeting any more.`;
    case 'withdrawn':
      return 'This invitation was withdrawn.';
  }
}
