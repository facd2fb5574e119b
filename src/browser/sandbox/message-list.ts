import type { ConversationView, MessageView } from '../../sandbox/page/contract.ts';
import { element } from './dom.ts';
import { drawMessage, sentAt } from './message.ts';
import type { Scene } from './scene.ts';
import { dayNumber } from './slack-date.ts';
import { calendarDay } from './zoned-text.ts';

/** Pixels from the end within which the list follows what is new. */
const NEAR_END = 120;

/**
 * The messages of the open conversation. A message that stays the same keeps its element, and one that changes keeps
 * the focus on its button.
 */
export function makeMessageList(scene: Scene) {
  const list = element('ol', { class: 'messages' });
  const empty = element('div', { class: 'empty' });
  const scroller = element('div', { class: 'scroller', tabindex: '0', role: 'region' }, empty, list);
  const toEnd = element('button', { class: 'button to-end', type: 'button', text: 'New messages ↓', hidden: true });
  const drawn = new Map<string, { readonly message: MessageView; readonly element: HTMLElement }>();
  let shown = '';
  let today = Number.NaN;

  toEnd.addEventListener('click', () => goToEnd());
  scroller.addEventListener('scroll', () => {
    if (isAtEnd()) toEnd.hidden = true;
  });

  return {
    element: element('div', { class: 'message-pane' }, scroller, toEnd),

    /** Draws everything anew for another person, another conversation, and another day: "tomorrow" is "today" then. */
    update(conversation: ConversationView, user: string): void {
      const view = `${user} ${conversation.id}`;
      const isOther = view !== shown;
      const { zone, now } = scene.reader();
      const isOtherDay = today !== dayNumber(new Date(now), zone);
      const wasAtEnd = isAtEnd();
      const hasNew = conversation.messages.some(({ ts }) => !drawn.has(ts));
      if (isOther || isOtherDay) drawn.clear();
      shown = view;
      today = dayNumber(new Date(now), zone);
      scroller.setAttribute('aria-label', `Messages in ${conversation.name}`);
      empty.hidden = conversation.messages.length > 0;
      empty.replaceChildren(...drawEmpty(conversation));
      draw(conversation.messages, isOther || isOtherDay);
      if (isOther || wasAtEnd) goToEnd();
      else if (hasNew) toEnd.hidden = false;
    },
  };

  function draw(messages: readonly MessageView[], isFirstSight: boolean): void {
    const present = new Set(messages.map(({ ts }) => ts));
    for (const ts of drawn.keys()) if (!present.has(ts)) drawn.delete(ts);
    const focused = focusedAction();
    list.replaceChildren(
      ...messages.flatMap((message, at) => [...dayLine(messages, at), elementOf(message, isFirstSight)]),
    );
    restoreFocus(focused);
  }

  function elementOf(message: MessageView, isFirstSight: boolean): HTMLElement {
    const known = drawn.get(message.ts);
    if (known !== undefined && JSON.stringify(known.message) === JSON.stringify(message)) return known.element;
    const made = drawMessage(message, scene);
    if (!isFirstSight) made.classList.add('is-new');
    drawn.set(message.ts, { message, element: made });
    return made;
  }

  function dayLine(messages: readonly MessageView[], at: number): HTMLElement[] {
    const { zone, locale } = scene.reader();
    const [before, message] = [messages[at - 1], messages[at]];
    if (message === undefined) return [];
    const isSameDay = before !== undefined && dayOf(before) === dayOf(message);
    return isSameDay
      ? []
      : [element('li', { class: 'day' }, element('span', { text: calendarDay(sentAt(message), zone, locale) }))];

    function dayOf(one: MessageView): number {
      return dayNumber(new Date(sentAt(one)), zone);
    }
  }

  function focusedAction(): { ts: string; action: string } | null {
    const active = document.activeElement;
    const action = active?.getAttribute('data-action');
    const ts = active?.closest('[data-ts]')?.getAttribute('data-ts');
    return list.contains(active) && action && ts ? { ts, action } : null;
  }

  function restoreFocus(focused: { ts: string; action: string } | null): void {
    if (focused === null || list.contains(document.activeElement)) return;
    const home = drawn.get(focused.ts)?.element;
    const buttons = [...(home?.querySelectorAll<HTMLElement>('[data-action]') ?? [])];
    (buttons.find((button) => button.getAttribute('data-action') === focused.action) ?? buttons[0] ?? scroller).focus();
  }

  function isAtEnd(): boolean {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  }

  function goToEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    toEnd.hidden = true;
  }
}

function drawEmpty({ kind, name }: ConversationView): HTMLElement[] {
  const place = kind === 'channel' ? `#${name}` : name;
  return [
    element('strong', { text: `Nothing in ${place} yet` }),
    element('p', { text: 'Schedule a meeting below. Who is invited gets a direct message.' }),
  ];
}
