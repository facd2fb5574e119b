import type { VerbText } from '../../language/verbs.ts';
import type { Unclear } from '../../usecases/read-deed.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** What a verb's text lacks, and how to type it instead. */
export function unclearText(title: string, verb: VerbText['verb'], why: Unclear, command: string): string {
  const name = escapeMrkdwn(title).replaceAll('`', '');
  const example = `\`${command} ${EXAMPLES[verb](name)}\``;
  return `${WHY[why]} For example: ${example}. Nothing was changed.`;
}

const WHY: Readonly<Record<Unclear, string>> = {
  'no-time': 'I could not read the new day or time.',
  'needs-time': 'At which hour? The part of the day alone is not enough.',
  repeats:
    'How a meeting repeats stays as it is: to change it, cancel the series from one time on and schedule a new one. To move it I need one day or time.',
  'no-such-day': 'It does not take place that day.',
  'other-words': 'I do not understand what follows the title.',
  'no-length': 'By how many minutes?',
  'not-invited': 'That person is not invited to it.',
  'one-successor': 'To whom? Please name one person with an @.',
};

const EXAMPLES: Readonly<Record<VerbText['verb'], (title: string) => string>> = {
  move: (title) => `move ${title} to thu 10`,
  cancel: (title) => `cancel ${title} because we are done`,
  extend: (title) => `extend ${title} 15 min`,
  end: (title) => `end ${title}`,
  'hand-over': (title) => `hand over ${title} to @bob`,
  add: (title) => `add @bob to ${title}`,
  remove: (title) => `remove @bob from ${title}`,
};
