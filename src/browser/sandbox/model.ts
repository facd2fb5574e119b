import type {
  ConversationView,
  MessageView,
  PersonView,
  SandboxState,
  StreamEvent,
  UnreadView,
} from '../../sandbox/page/contract.ts';

/** The state after one event. Applying an event twice is the same as applying it once. */
export function withEvent(state: SandboxState, event: StreamEvent): SandboxState {
  switch (event.kind) {
    case 'message':
      return inConversation(state, event.message.channel, (messages) => withMessage(messages, event.message));
    case 'message-gone':
      return inConversation(state, event.channel, (messages) => messages.filter(({ ts }) => ts !== event.ts));
    case 'views':
      return { ...state, modals: event.modals, home: event.home };
    case 'mail':
      return { ...state, mails: [...(state.mails ?? []).filter(({ id }) => id !== event.mail.id), event.mail] };
    case 'unread':
      return withUnread(state, event.unread);
    case 'clock':
      return { ...state, clock: event.clock };
  }
}

/** Whether the event is about a conversation that the state does not have yet, so that it must be asked for anew. */
export function isNewConversation(state: SandboxState, event: StreamEvent): boolean {
  if (event.kind === 'message') return conversationOf(state, event.message.channel) === null;
  if (event.kind !== 'unread') return false;
  return Object.keys(event.unread.conversations).some((id) => conversationOf(state, id) === null);
}

export function conversationOf(state: SandboxState, id: string): ConversationView | null {
  return state.conversations.find((conversation) => conversation.id === id) ?? null;
}

/** Those whom the page can be. */
export function actors(state: SandboxState): PersonView[] {
  return state.people.filter(({ kind }) => kind === 'person');
}

/** After a switch of person: where they are, unless there is something new only elsewhere. */
export function conversationToOpen({ conversations }: SandboxState, openId: string): string {
  const here = conversations.find(({ id }) => id === openId);
  const unread = conversations.filter((conversation) => conversation.unread > 0);
  const newest = unread.find(({ kind }) => kind === 'direct') ?? unread[0];
  const isHereNew = here !== undefined && here.unread > 0;
  return (isHereNew ? here : (newest ?? here ?? conversations[0]))?.id ?? '';
}

/** What others have not read, and this person in other conversations than the open one. */
export function unreadElsewhere(state: SandboxState, openId: string): number {
  const here = conversationOf(state, openId)?.unread ?? 0;
  return state.people.reduce((sum, { unread }) => sum + unread, 0) - here;
}

export function titleOf({ kind, name }: ConversationView): string {
  return kind === 'channel' ? `# ${name}` : name;
}

type ChangeMessages = (messages: readonly MessageView[]) => readonly MessageView[];

function inConversation(state: SandboxState, id: string, change: ChangeMessages): SandboxState {
  const conversations = state.conversations.map((conversation) =>
    conversation.id === id ? { ...conversation, messages: change(conversation.messages) } : conversation,
  );
  return { ...state, conversations };
}

function withMessage(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  if (messages.some(({ ts }) => ts === message.ts)) {
    return messages.map((known) => (known.ts === message.ts ? message : known));
  }
  return [...messages, message].sort((a, b) => Number(a.ts) - Number(b.ts));
}

function withUnread(state: SandboxState, unread: UnreadView): SandboxState {
  return {
    ...state,
    people: state.people.map((person) => ({ ...person, unread: unread.people[person.id] ?? 0 })),
    conversations: state.conversations.map((conversation) => ({
      ...conversation,
      unread: unread.conversations[conversation.id] ?? 0,
    })),
  };
}
