import { DateTime } from 'luxon';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SimFile, SimMessage, SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';
import { ALICE } from './people.ts';

type Block = Readonly<Record<string, unknown>>;

/** What a person finds of one meeting in their conversation with the app. */
export interface Inbox {
  /** Invitations, by the title in their header. */
  readonly cards: readonly SimMessage[];
  readonly files: readonly SimFile[];
  /** Everything else that names the meeting. */
  readonly notices: readonly SimMessage[];
}

export function inboxOf(slack: SlackSimulator, person: PersonSeed, title: string): Inbox {
  const conversation = slack.directMessage(ACME_TEAM_ID, person.id);
  const messages = conversation === null ? [] : slack.messages(ACME_TEAM_ID, conversation);
  const cards = messages.filter((message) => headerOf(message) === title);
  return {
    cards,
    files: messages.flatMap(({ fileIds }) => fileIds).flatMap((id) => fileTitled(slack, id, title)),
    notices: messages.filter((message) => !cards.includes(message) && message.text.includes(`“${title}”`)),
  };
}

/** How many cards, files and notices each of these people has. */
export function counts(slack: SlackSimulator, people: readonly PersonSeed[], title: string) {
  return people.map((person) => {
    const { cards, files, notices } = inboxOf(slack, person, title);
    return { name: person.name, cards: cards.length, files: files.length, notices: notices.length };
  });
}

/** The expectation of `counts`: a card and a file for everybody, and nothing else. */
export function oneEach(people: readonly PersonSeed[]) {
  return people.map(({ name }) => ({ name, cards: 1, files: 1, notices: 0 }));
}

/** Every card and file of every conversation that stands there more than once. */
export function repeated(slack: SlackSimulator, people: readonly PersonSeed[]): string[] {
  return people.flatMap((person) => {
    const conversation = slack.directMessage(ACME_TEAM_ID, person.id);
    const messages = conversation === null ? [] : slack.messages(ACME_TEAM_ID, conversation);
    const headers = messages.flatMap((message) => headerOf(message) ?? []).map((title) => `card ${title}`);
    const files = messages.flatMap(({ fileIds }) => fileIds).map((id) => `file ${slack.file(id)?.title}`);
    const things = [...headers, ...files];
    return things.filter((thing, index) => things.indexOf(thing) !== index).map((thing) => `${person.name}: ${thing}`);
  });
}

/** The address of the one button on a card. */
export function joinUrlOf(card: SimMessage | undefined): string {
  const elements = (card?.blocks as readonly Block[] | undefined)?.flatMap((block) => block['elements'] ?? []);
  const urls = (elements as readonly Block[] | undefined)?.flatMap(({ url }) => (typeof url === 'string' ? url : []));
  const [url] = urls ?? [];
  if (url === undefined) throw new Error('There is no card with a join button');
  return url;
}

/** What the command language reads as this many minutes from now, on Alice's clock. */
export function inMinutes(minutes: number): string {
  return DateTime.now().setZone(ALICE.tz).plus({ minutes }).toFormat('yyyy-MM-dd HH:mm');
}

function headerOf({ blocks }: SimMessage): string | undefined {
  const header = (blocks as readonly Block[]).find(({ type }) => type === 'header');
  return (header?.['text'] as { text?: string } | undefined)?.text;
}

function fileTitled(slack: SlackSimulator, id: string, title: string): SimFile[] {
  const file = slack.file(id);
  return file?.title === title ? [file] : [];
}
