import type { Question } from '../../domain/draft.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { momentText } from './moment-text.ts';
import { quoted } from './mrkdwn.ts';

/** A doubt in one sentence. */
export function questionText(question: Question, { startsAt }: Meeting, locale: string): string {
  const at = momentText(startsAt, { zone: startsAt.zoneName, locale });
  switch (question.kind) {
    case 'past':
      return `${at} is already past. Did you mean another time?`;
    case 'gap':
      return `The clocks go forward then, and the hour you typed does not exist that day; I take ${at}.`;
    case 'twice':
      return `The clocks go back then, and the hour you typed comes twice that day; I take the first one.`;
    case 'seven':
      return 'Is that seven in the morning or in the evening?';
    case 'next-weekday':
      return 'Which week do you mean?';
    case 'numeric-date':
      return 'The day and the month of that date can be taken for one another. Which day do you mean?';
    case 'other-language':
      return 'A word in your text is a day in another language than yours. Which day do you mean?';
    case 'unknown-names':
      return `I found nobody called ${quoted(question.names)}, so they would not be invited.`;
    case 'repeated':
      return 'You asked for the same a moment ago, so this would be a second meeting like it.';
    case 'many-people':
      return `That is an invitation to ${question.count} people.`;
  }
}
