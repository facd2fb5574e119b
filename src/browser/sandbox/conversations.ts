import type { ConversationView, SandboxState } from '../../sandbox/page/contract.ts';
import { drawBadge, showCount } from './badge.ts';
import { element, icon, setText } from './dom.ts';
import { ICONS } from './icons.ts';

interface Row {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
}

/** Stands where a conversation's id would, for the Home tab of the app. */
export const HOME = 'home';
/** The same for the mails to people outside Slack. */
export const MAIL = 'mail';

/** The channels and direct messages that this person is in. */
export function makeConversations(open: (id: string) => void) {
  const rows = new Map<string, Row>();
  const channels = element('ul');
  const directs = element('ul');
  const homeName = element('span', { class: 'conversation-name', text: 'Home' });
  const home = element(
    'button',
    { class: 'home-row', type: 'button', on: { click: () => open(HOME) } },
    icon(ICONS.house),
    homeName,
  );
  const mailBadge = drawBadge();
  const mail = element(
    'button',
    { class: 'mail-row', type: 'button', on: { click: () => open(MAIL) } },
    icon(ICONS.mail),
    element('span', { class: 'conversation-name', text: 'Guests’ mail' }),
    mailBadge,
  );
  const outside = element('div', {}, element('h2', { text: 'Outside Slack' }), mail);
  const noDirects = element('p', { class: 'muted no-directs', text: 'No messages yet' });

  return {
    element: element(
      'nav',
      { class: 'conversations', 'aria-label': 'Conversations' },
      home,
      element('h2', { text: 'Channels' }),
      channels,
      element('h2', { text: 'Direct messages' }),
      noDirects,
      directs,
      outside,
    ),

    /** @param newMails how many have come since the mails were last looked at */
    update({ conversations, people, hasHome, mails }: SandboxState, openId: string, newMails: number): void {
      outside.hidden = mails === null;
      mail.setAttribute('aria-current', openId === MAIL ? 'page' : 'false');
      mail.classList.toggle('is-unread', newMails > 0);
      showCount(mailBadge, newMails);
      home.hidden = !hasHome;
      setText(homeName, `${people.find(({ kind }) => kind === 'app')?.realName ?? 'App'} home`);
      home.setAttribute('aria-current', openId === HOME ? 'page' : 'false');
      const present = new Set(conversations.map(({ id }) => id));
      for (const [id, row] of rows) if (!present.has(id)) removeRow(id, row);
      for (const conversation of conversations) {
        const row = rows.get(conversation.id) ?? addRow(conversation);
        const isUnread = conversation.unread > 0 && conversation.id !== openId;
        showCount(row.badge, isUnread ? conversation.unread : 0);
        row.button.classList.toggle('is-unread', isUnread);
        row.button.setAttribute('aria-current', conversation.id === openId ? 'page' : 'false');
      }
      noDirects.hidden = conversations.some(({ kind }) => kind === 'direct');
    },
  };

  function addRow({ id, kind, name, isPrivate }: ConversationView): Row {
    const badge = drawBadge();
    const mark = kind === 'direct' ? element('span', { class: 'app-badge', text: 'App' }) : null;
    const sign =
      kind === 'direct' ? element('span', { class: 'avatar is-app is-small', 'aria-hidden': 'true', text: 'C' }) : null;
    const shape = sign ?? icon(isPrivate ? ICONS.lock : ICONS.hash);
    const label = element('span', { class: 'conversation-name', text: name });
    const button = element('button', { type: 'button', on: { click: () => open(id) } }, shape, label, mark, badge);
    const made = element('li', {}, button);
    (kind === 'direct' ? directs : channels).append(made);
    const row = { element: made, button, badge };
    rows.set(id, row);
    return row;
  }

  function removeRow(id: string, row: Row): void {
    row.element.remove();
    rows.delete(id);
  }
}
