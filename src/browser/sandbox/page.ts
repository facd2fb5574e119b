import type { ConversationView, MessageView, SandboxState } from '../../sandbox/page/contract.ts';
import { loadState } from './api.ts';
import { makeClockPanel } from './clock.ts';
import { makeComposer } from './composer.ts';
import { HOME, MAIL, makeConversations } from './conversations.ts';
import { makeDeeds } from './deeds.ts';
import { makeGuide } from './guide.ts';
import { makeHome } from './home.ts';
import { makeLayout } from './layout.ts';
import { makeLog } from './log.ts';
import { makeMail } from './mail.ts';
import { makeMessageList } from './message-list.ts';
import { makeModal } from './modal.ts';
import { actors, conversationOf, conversationToOpen, titleOf, unreadElsewhere } from './model.ts';
import { makeNotices } from './notices.ts';
import { makePeople } from './people.ts';
import type { Scene } from './scene.ts';
import { makeSession } from './session.ts';
import { followStream } from './stream.ts';
import { clockTime } from './zoned-text.ts';

const TICK_MS = 1_000;

/** Wires the parts of the page to one session. */
export function makePage(initial: SandboxState): void {
  let openId = initial.conversations[0]?.id ?? '';
  let mailsSeen = initial.mails?.length ?? 0;

  const notices = makeNotices();
  const session = makeSession(
    initial,
    { loadState, followStream },
    {
      changed: () => show(),
      arrived: (message) => announce(message),
      lost: (isLost) => layout.showLost(isLost),
      failed: notices.fail,
    },
  );
  const deeds = makeDeeds(() => session.state.you, notices.fail);
  const scene: Scene = {
    get you() {
      return session.state.you;
    },
    person: (id) => session.state.people.find((person) => person.id === id) ?? null,
    people: () => session.state.people,
    conversations: () => session.state.conversations,
    channelName: (id) => conversationOf(session.state, id)?.name ?? null,
    reader: () => ({ locale: session.state.you.locale, zone: session.state.you.tz, now: session.now() }),
    press: deeds.press,
    suggest: deeds.suggest,
    opened: noteJoin,
  };
  const people = makePeople((user) => void become(user));
  const conversations = makeConversations(openConversation);
  const messages = makeMessageList(scene);
  const composer = makeComposer(send, deeds.startShortcut);
  const clock = makeClockPanel(deeds.jump);
  const modal = makeModal(scene, deeds);
  const home = makeHome(scene);
  const mail = makeMail(scene);
  const log = makeLog();
  const guide = makeGuide([
    { id: 'command', text: 'Send a command', help: 'Write it for me', run: writeExample },
    { id: 'switch', text: 'Be somebody invited', help: 'Switch for me', run: () => void becomeNext() },
    { id: 'join', text: 'Press Join', help: 'Move the clock', run: () => void goToMeeting() },
  ]);
  const layout = makeLayout({
    people: people.element,
    conversations: conversations.element,
    guide: guide.element,
    messages: messages.element,
    home: home.element,
    mail: mail.element,
    modal: modal.element,
    composer: composer.element,
    clock: clock.element,
    log: log.element,
    notices: notices.element,
  });

  show();
  session.follow();
  setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', () => (document.hidden ? session.rest() : session.follow()));

  function show(): void {
    const { state } = session;
    const conversation = openConversationView();
    const place = openId === HOME ? 'home' : openId === MAIL ? 'mail' : 'conversation';
    const title = { home: 'Home', mail: 'Guests’ mail', conversation: titleOf(conversation) }[place];
    const shownId = place === 'conversation' ? conversation.id : openId;
    const mailCount = state.mails?.length ?? 0;
    if (place === 'mail') mailsSeen = mailCount;
    layout.update(state, title, unreadElsewhere(state, shownId) + mailCount - mailsSeen);
    layout.showPlace(place);
    people.update(state, session.chosen);
    conversations.update(state, shownId, mailCount - mailsSeen);
    mail.update(state.mails ?? []);
    messages.update(conversation, state.you.id);
    home.update(state.home, state.you.id);
    modal.update(state.modals);
    composer.update(state, conversation);
    log.update(state);
    tick();
    seeWhatIsOpen();
  }

  function tick(): void {
    const { state } = session;
    layout.tick(clockTime(session.now(), state.you.tz, state.you.locale));
    people.tick(state, session.now());
    clock.tick(state, session.now());
  }

  function openConversationView(): ConversationView {
    const nothing = { id: '', kind: 'channel', name: '', isPrivate: false, unread: 0, messages: [] } as const;
    return conversationOf(session.state, openId) ?? session.state.conversations[0] ?? nothing;
  }

  function openConversation(id: string): void {
    openId = id;
    if (id === HOME) void deeds.openHome();
    layout.closeDrawers();
    show();
  }

  function seeWhatIsOpen(): void {
    const { id: channel, unread, messages: shown } = openConversationView();
    const last = shown.at(-1);
    if (openId === HOME || openId === MAIL || unread === 0 || last === undefined || document.hidden) return;
    void deeds.see({ channel, ts: last.ts });
  }

  function announce({ user, text, channel, isEphemeral }: MessageView): void {
    const author = scene.person(user)?.realName ?? user;
    const place = conversationOf(session.state, channel)?.name ?? 'a new conversation';
    notices.say(`${author} in ${place}${isEphemeral ? ', only visible to you' : ''}: ${text}`);
  }

  async function become(user: string): Promise<void> {
    if (!(await session.become(user))) return;
    history.replaceState(null, '', `#${user}`);
    const next = conversationToOpen(session.state, openId);
    const isNewThere = (conversationOf(session.state, next)?.unread ?? 0) > 0;
    if (openId === HOME && !isNewThere) void deeds.openHome();
    else openId = next;
    guide.tick('switch');
    layout.closeDrawers();
    show();
  }

  async function becomeNext(): Promise<void> {
    const others = actors(session.state).filter(({ id }) => id !== session.state.you.id);
    const next = others.find(({ unread }) => unread > 0) ?? others[0];
    if (next !== undefined) await become(next.id);
  }

  function writeExample(): void {
    composer.fill(session.state.command.examples[0] ?? '');
  }

  async function goToMeeting(): Promise<void> {
    layout.openTools();
    await clock.jump({ to: 'before-next-meeting' });
  }

  function noteJoin(url: string): void {
    if (new URL(url).pathname.startsWith(session.state.joinPath)) guide.tick('join');
  }

  async function send(line: string): Promise<void> {
    await deeds.send(openConversationView().id, line);
    guide.tick('command');
  }
}
