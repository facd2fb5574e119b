import type { CommandView, ConversationView, PersonView } from '../../sandbox/page/contract.ts';

export interface Suggestion {
  readonly kind: 'command' | 'person' | 'channel';
  /** What is written in place of what was typed, a space included. */
  readonly insert: string;
  readonly label: string;
  readonly note: string;
}

export interface Suggestions {
  /** The part of the text that a choice replaces. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
}

export interface Suggestable {
  readonly command: CommandView;
  readonly people: readonly PersonView[];
  readonly conversations: readonly ConversationView[];
}

const MOST_OPTIONS = 8;
const NOTES: Readonly<Record<PersonView['kind'], string>> = {
  person: '',
  app: 'app, cannot be invited',
  bot: 'bot, cannot be invited',
  deactivated: 'deactivated, cannot be invited',
};

/** What could be meant by the word that ends at the caret: the command, a person or a channel. Null for none. */
export function suggest(
  text: string,
  caret: number,
  { command, people, conversations }: Suggestable,
): Suggestions | null {
  const typed = /(^|\s)([@#/][^\s@#]*)$/.exec(text.slice(0, caret))?.[2];
  if (typed === undefined) return null;
  const from = caret - typed.length;
  const query = typed.slice(1).toLowerCase();
  const options = optionsFor(typed, query, from);
  return options.length === 0 ? null : { from, to: caret, options: options.slice(0, MOST_OPTIONS) };

  function optionsFor(word: string, search: string, start: number): Suggestion[] {
    if (word.startsWith('@')) return people.filter((person) => isMeant(person, search)).map(personOption);
    if (word.startsWith('#')) {
      return conversations.filter(({ kind, name }) => kind === 'channel' && name.startsWith(search)).map(channelOption);
    }
    const isMeantCommand = start === 0 && command.name.startsWith(word);
    return isMeantCommand
      ? [{ kind: 'command', insert: `${command.name} `, label: command.name, note: command.hint }]
      : [];
  }
}

/** The text after a choice, and where the caret stands then. */
export function choose(
  text: string,
  { from, to }: Suggestions,
  { insert }: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(to);
  const written = rest.startsWith(' ') ? insert.trimEnd() : insert;
  return { text: text.slice(0, from) + written + rest, caret: from + insert.length };
}

function isMeant({ name, realName }: PersonView, search: string): boolean {
  return [name, ...realName.split(/\s+/)].some((word) => word.toLowerCase().startsWith(search));
}

function personOption({ name, realName, kind, tz }: PersonView): Suggestion {
  const note = NOTES[kind] || cityOf(tz);
  return { kind: 'person', insert: `@${name} `, label: realName, note: `@${name} · ${note}` };
}

function channelOption({ name }: ConversationView): Suggestion {
  return { kind: 'channel', insert: `#${name} `, label: `#${name}`, note: '' };
}

/** The place that an IANA zone is named for. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
