import type { Person, SlackSimulator, Team } from '../slack-simulator/simulator.ts';
import type { CommandView, PersonView, SandboxState, UnreadView } from './contract.ts';
import { ReadMarks } from './read-marks.ts';
import { Viewer } from './viewer.ts';

/** The workspace of the simulated Slack that the page shows, and who can look at it. */
export class Workspace {
  readonly #slack: SlackSimulator;
  readonly #teamId: string;
  readonly #marks = new ReadMarks();

  constructor(slack: SlackSimulator, teamId: string) {
    this.#slack = slack;
    this.#teamId = teamId;
  }

  get team(): Team {
    return this.#slack.team(this.#teamId);
  }

  /** Null for bots, people who left and unknown ids: nobody can be them. */
  viewer(userId: string): Viewer | null {
    const person = this.team.people.find(({ id }) => id === userId);
    return person !== undefined && isActive(person) ? this.#viewer(person) : null;
  }

  /** Whose eyes the page opens with. */
  firstViewer(): Viewer {
    const person = this.team.people.find(isActive);
    if (person === undefined) throw new Error('The simulated workspace has nobody in it.');
    return this.#viewer(person);
  }

  state(
    viewer: Viewer,
    commandName: string,
  ): Omit<SandboxState, 'clock' | 'joinPath' | 'hasHome' | 'mails' | 'shortcuts'> {
    const { name, people } = this.team;
    return {
      workspace: name,
      you: this.#personView(viewer.person),
      people: people.map((person) => this.#personView(person)),
      conversations: viewer.conversations(),
      modals: viewer.modals(),
      home: viewer.home(),
      command: this.#commandView(commandName, viewer.person),
    };
  }

  /** How much each person has not read, and where this one has not. */
  unread(viewer: Viewer): UnreadView {
    const people = this.team.people.filter(isActive).map((person) => [person.id, this.#unreadOf(person)]);
    return { people: Object.fromEntries(people), conversations: viewer.unreadByConversation() };
  }

  markRead(viewer: Viewer, channel: string, ts: string): void {
    this.#marks.read(viewer.person.id, channel, ts);
  }

  #viewer(person: Person): Viewer {
    return new Viewer(this.#slack, this.#teamId, person, this.#marks);
  }

  #personView(person: Person): PersonView {
    const { id, name, realName, tz, locale } = person;
    return { id, name, realName, tz, locale, kind: this.#kindOf(person), unread: this.#unreadOf(person) };
  }

  #kindOf(person: Person): PersonView['kind'] {
    if (person.id === this.team.botUserId) return 'app';
    if (person.deleted) return 'deactivated';
    return person.isBot ? 'bot' : 'person';
  }

  #unreadOf(person: Person): number {
    return isActive(person) ? this.#viewer(person).unreadTotal() : 0;
  }

  #commandView(name: string, writer: Person): CommandView {
    const others = this.team.people.filter((person) => isActive(person) && person.id !== writer.id);
    const [first = '', second = ''] = others.map((person) => `@${person.name}`);
    const examples = [
      `standup tomorrow 9am ${first} ${second}`,
      `retro friday 3pm for 45 min ${first}`,
      `explain lunch tuesday noon ${second}`,
      'help',
    ];
    return {
      name,
      hint: '[title] [when] [@people]',
      examples: examples.map((example) => `${name} ${example}`.trim()),
    };
  }
}

function isActive({ isBot, deleted }: Person): boolean {
  return !isBot && !deleted;
}
