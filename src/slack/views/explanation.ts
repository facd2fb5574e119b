import { minutesText } from '../../domain/english-length.ts';
import type { Reading } from '../../language/reading.ts';
import type { Explained } from '../../usecases/explain-reading.ts';
import { contextBlock, linesBlock, sectionBlock } from './blocks.ts';
import { momentText } from './moment-text.ts';
import { escapeMrkdwn, mention, quoted } from './mrkdwn.ts';
import { NEEDED } from './needed.ts';
import type { Rendered } from './render-message.ts';
import { ruleText } from './rule-text.ts';

const MOST_STRETCHES = 30;
const LONGEST_SHOWN = 60;

/** What each stretch of a text was taken for, and what it comes to. */
export function explanation({ reading, locale }: Explained): Rendered {
  const { stretches, needs } = reading;
  const parts = stretches
    .slice(0, MOST_STRETCHES)
    .map(({ text, as }) => `• ${as === 'person' ? person(text) : shown(text)}: ${as}`);
  const whole = [
    `*Title* ${reading.title === null ? 'none' : escapeMrkdwn(short(reading.title))}`,
    `*When* ${whenOf(reading, locale)}`,
    ...(reading.length ? [`*Length* ${minutesText(Math.ceil(reading.length.as('minutes')))}`] : []),
    ...(reading.recurrence ? [`*Repeats* ${ruleText(reading.recurrence, locale)}`] : []),
    `*People* ${peopleOf(reading)}`,
    ...(needs.length > 0 ? [`*Still needed* ${needs.map((need) => NEEDED[need]).join(', ')}`] : []),
    ...(reading.doubts.length > 0 ? [`*In doubt* ${reading.doubts.map(({ kind }) => DOUBTS[kind]).join(', ')}`] : []),
  ].join('\n');
  return {
    text: `This is how I read it.\n${whole}`,
    blocks: [
      sectionBlock('*This is how I read it*'),
      sectionBlock(whole),
      ...(parts.length > 0 ? [linesBlock(parts)] : []),
      contextBlock('Nothing was scheduled.'),
    ],
  };
}

const DOUBTS = {
  past: 'the time is past',
  gap: 'the hour does not exist that day',
  twice: 'the hour comes twice that day',
  seven: 'seven in the morning or in the evening',
  'next-weekday': 'which week is meant',
  'numeric-date': 'which number is the month',
  'other-language': 'whether a word in another language is the day',
} as const;

function whenOf({ start }: Reading, locale: string): string {
  if (start === null) return 'not known';
  return 'at' in start ? momentText(start.at, { zone: start.at.zoneName, locale }) : `${start.day}, hour not known`;
}

function peopleOf({ people }: Reading): string {
  const named = [
    ...people.users.map(mention),
    ...people.groups.map((group) => `group ${group}`),
    ...people.channels.map((channel) => `channel ${channel}`),
    ...people.emails.map((email) => escapeMrkdwn(short(email))),
  ];
  const known = named.length > 15 ? `${named.slice(0, 15).join(', ')} and ${named.length - 15} more` : named.join(', ');
  const unknown = people.unresolved.length > 0 ? `not recognized: ${quoted(people.unresolved)}` : '';
  return [known, unknown].filter((part) => part !== '').join('; ') || 'nobody';
}

/** A mention as Slack shows it; a name that is none stays as it was typed. */
function person(text: string): string {
  const [, user] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(text) ?? [];
  return user ? mention(user) : shown(text);
}

/** The person's own words, shortened, in code marks that they cannot break out of. */
function shown(text: string): string {
  return `\`${escapeMrkdwn(short(text).replaceAll('`', "'"))}\``;
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : text;
}
