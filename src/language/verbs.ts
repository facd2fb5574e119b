import { peopleOf, readSlackText } from './slack-text.ts';

/** What a text asks to be done to a meeting. The texts are in Slack's escaping. */
export type VerbText =
  /** The title is at the beginning of `about`; what follows it says how. */
  | { readonly verb: 'move' | 'cancel' | 'extend' | 'end' | 'hand-over'; readonly about: string }
  /** The whole of `about` is the title. */
  | { readonly verb: 'add' | 'remove'; readonly about: string; readonly people: VerbPeople };

export interface VerbPeople {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly channels: readonly string[];
  readonly emails: readonly string[];
  readonly unresolved: readonly string[];
}

const TITLE_FIRST = /^(move|reschedule|cancel|extend|end|hand\s*over)\s+(.+)$/is;
const PEOPLE_FIRST = /^(add|invite|remove|uninvite)\s+(.+?)\s+(to|from)\s+(.+)$/is;

const VERBS = {
  move: 'move',
  reschedule: 'move',
  cancel: 'cancel',
  extend: 'extend',
  end: 'end',
  handover: 'hand-over',
} as const;

/** The verb that a text begins with; null for none. Whether it is meant as one, the title behind it says. */
export function readVerb(text: string): VerbText | null {
  const [, word = '', about = ''] = TITLE_FIRST.exec(text.trim()) ?? [];
  const verb = VERBS[word.toLowerCase().replace(/\s+/g, '') as keyof typeof VERBS];
  if (verb) return { verb, about };
  const [, first = '', names = '', joint = '', title = ''] = PEOPLE_FIRST.exec(text.trim()) ?? [];
  const isAdding = /^(?:add|invite)$/i.test(first);
  const people = peopleIn(names);
  if (!people || joint.toLowerCase() !== (isAdding ? 'to' : 'from')) return null;
  return { verb: isAdding ? 'add' : 'remove', about: title, people };
}

/** The person that `to @bob` names, and nobody else; null for anything else. */
export function readSuccessor(rest: string): VerbPeople | null {
  const [, names = ''] = /^\s*to\s+(.+)$/is.exec(rest) ?? [];
  const people = peopleIn(names);
  if (!people || people.users.length + people.unresolved.length !== 1) return null;
  const { groups, channels, emails } = people;
  return groups.length + channels.length + emails.length === 0 ? people : null;
}

const OF_PEOPLE: ReadonlySet<string> = new Set(['user', 'group', 'channel', 'email', 'unresolved']);

/** Nothing but people, groups and channels; null where there are other words, or none. */
function peopleIn(text: string): VerbPeople | null {
  const { marks, plain } = readSlackText(text);
  const others = plain
    .replaceAll('\uE000', ' ')
    .replace(/\b(?:and|with)\b|[,&+]/gi, ' ')
    .trim();
  const { users, groups, channels, emails, unresolved } = peopleOf(marks);
  const isOnlyPeople = marks.length > 0 && marks.every(({ as }) => OF_PEOPLE.has(as));
  return isOnlyPeople && others === '' ? { users, groups, channels, emails, unresolved } : null;
}

/** `because we are done`, `: we are done`: the reason behind a cancellation, and what stands before it. */
export function readReason(rest: string): { readonly before: string; readonly reason: string } {
  const [whole, reason = ''] =
    /(?:^|\s)(?:because(?:\s+of)?|since|as)\s+(.+)$|(?:^|\s)[-–—:]\s+(.+)$/is.exec(rest) ?? [];
  if (whole === undefined) return { before: rest, reason: '' };
  return { before: rest.slice(0, rest.length - whole.length), reason: reason || whole.replace(/^\s*[-–—:]\s+/, '') };
}
