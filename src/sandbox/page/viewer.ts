import type { Change } from '../slack-simulator/changes.ts';
import type { Person, SimMessage, SlackSimulator, Team } from '../slack-simulator/simulator.ts';
import type {
  ConversationView,
  FileView,
  HomeView,
  MessageView,
  ModalView,
  StreamEvent,
  UnreadView,
} from './contract.ts';
import { blocksOf, modalView } from './modal-view.ts';
import type { ReadMarks } from './read-marks.ts';

type Place = Pick<ConversationView, 'id' | 'kind' | 'name' | 'isPrivate'>;

/** One person's view of the simulated Slack. Everything that the page is told goes through here. */
export class Viewer {
  readonly person: Person;
  readonly #slack: SlackSimulator;
  readonly #teamId: string;
  readonly #marks: ReadMarks;

  constructor(slack: SlackSimulator, teamId: string, person: Person, marks: ReadMarks) {
    this.person = person;
    this.#slack = slack;
    this.#teamId = teamId;
    this.#marks = marks;
  }

  get #team(): Team {
    return this.#slack.team(this.#teamId);
  }

  conversations(): ConversationView[] {
    return this.#places().map((place) => ({
      ...place,
      unread: this.#unreadIn(place.id),
      messages: this.#messagesIn(place.id),
    }));
  }

  /** The modals that this person has open, the topmost last. */
  modals(): ModalView[] {
    return this.#slack.views(this.#teamId, this.person.id).map(modalView);
  }

  home(): HomeView | null {
    const home = this.#slack.home(this.#teamId, this.person.id);
    return home === null ? null : { id: home.id, blocks: blocksOf(home) };
  }

  hasView(id: string): boolean {
    return this.home()?.id === id || this.modals().some((modal) => modal.id === id);
  }

  isIn(channel: string): boolean {
    return this.#places().some(({ id }) => id === channel);
  }

  /** Whether this person can see, and so press, something of this message. */
  sees(channel: string, ts: string): boolean {
    return this.isIn(channel) && (this.#isPosted(channel, ts) || this.#isEphemeral(ts));
  }

  /** The change as this person meets it, or null when it is none of their business. */
  eventOf(change: Change): StreamEvent | null {
    if (change.team !== this.#teamId) return null;
    if (change.kind === 'ephemeral') {
      return change.user === this.person.id ? { kind: 'message', message: this.#message(change.message, true) } : null;
    }
    if (!this.isIn(change.channel)) return null;
    if (change.kind === 'message-deleted') return { kind: 'message-gone', channel: change.channel, ts: change.ts };
    if (this.#isPosted(change.channel, change.message.ts)) {
      return { kind: 'message', message: this.#message(change.message, false) };
    }
    if (!this.#isEphemeral(change.message.ts)) return null;
    return { kind: 'message', message: this.#message(change.message, true) };
  }

  unreadTotal(): number {
    return this.#places().reduce((sum, { id }) => sum + this.#unreadIn(id), 0);
  }

  unreadByConversation(): UnreadView['conversations'] {
    return Object.fromEntries(this.#places().map(({ id }) => [id, this.#unreadIn(id)]));
  }

  #places(): Place[] {
    const channels = this.#team.channels
      .filter(({ members }) => members.includes(this.person.id))
      .map(({ id, name, isPrivate }): Place => ({ id, kind: 'channel', name, isPrivate }));
    const direct = this.#slack.directMessage(this.#teamId, this.person.id);
    if (direct === null) return channels;
    return [...channels, { id: direct, kind: 'direct', name: this.#appName(), isPrivate: true }];
  }

  #appName(): string {
    return this.#team.people.find(({ id }) => id === this.#team.botUserId)?.realName ?? 'App';
  }

  #messagesIn(channel: string): MessageView[] {
    const posted = this.#slack.messages(this.#teamId, channel).map((message) => this.#message(message, false));
    const toldAlone = this.#ephemerals()
      .filter((message) => message.channel === channel)
      .map((message) => this.#message(message, true));
    return [...posted, ...toldAlone].sort((a, b) => Number(a.ts) - Number(b.ts));
  }

  #unreadIn(channel: string): number {
    return this.#slack
      .messages(this.#teamId, channel)
      .filter(({ user, ts }) => user !== this.person.id && this.#marks.isUnread(this.person.id, channel, ts)).length;
  }

  #ephemerals(): readonly SimMessage[] {
    return this.#slack.ephemerals(this.#teamId, this.person.id);
  }

  #isEphemeral(ts: string): boolean {
    return this.#ephemerals().some((message) => message.ts === ts);
  }

  #isPosted(channel: string, ts: string): boolean {
    return this.#slack.messages(this.#teamId, channel).some((message) => message.ts === ts);
  }

  #message(message: SimMessage, isEphemeral: boolean): MessageView {
    const { channel, ts, user, text, blocks, fileIds, editedTs } = message;
    const files = fileIds.flatMap((id) => this.#file(id));
    return { channel, ts, user, text, blocks, files, isEdited: editedTs !== null, isEphemeral };
  }

  #file(id: string): FileView[] {
    const file = this.#slack.file(id);
    if (file === null) return [];
    const href = `/sandbox/files/${encodeURIComponent(id)}?user=${encodeURIComponent(this.person.id)}`;
    return [{ name: file.name, title: file.title, bytes: file.bytes.byteLength, href }];
  }
}
