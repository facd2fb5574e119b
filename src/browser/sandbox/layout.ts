import type { SandboxState } from '../../sandbox/page/contract.ts';
import { drawAvatar } from './avatar.ts';
import { drawBadge, showCount } from './badge.ts';
import { element, icon, setText } from './dom.ts';
import { ICONS } from './icons.ts';

/** Where the columns become drawers, as in small-screens.css. */
const NARROW = '(max-width: 1180px)';
const PHONE = '(max-width: 760px)';

const TOOLS_LABEL = 'Simulated time and log';

export interface LayoutParts {
  readonly people: HTMLElement;
  readonly conversations: HTMLElement;
  readonly guide: HTMLElement;
  readonly messages: HTMLElement;
  readonly home: HTMLElement;
  readonly mail: HTMLElement;
  readonly modal: HTMLElement;
  readonly composer: HTMLElement;
  readonly clock: HTMLElement;
  readonly log: HTMLElement;
  readonly notices: HTMLElement;
}

/** The frame of the page. On small screens the side columns become drawers that Esc or a press beside them closes. */
export function makeLayout(parts: LayoutParts) {
  let shownYou = '';
  const workspace = element('p', { class: 'workspace' });
  const title = element('h1');
  const timeNow = element('span');
  const you = element('span');
  const elsewhere = drawBadge();
  const lost = element('p', { class: 'lost', role: 'status', hidden: true, text: 'Connection lost. Trying again …' });
  const sidebar = element(
    'aside',
    { class: 'sidebar', id: 'sidebar', 'aria-label': 'People and conversations' },
    closeButton(),
    workspace,
    parts.people,
    parts.conversations,
  );
  const tools = element(
    'aside',
    { class: 'tools', id: 'tools', 'aria-label': 'Sandbox controls' },
    closeButton(),
    parts.clock,
    parts.log,
  );
  const veil = element('div', { class: 'veil', on: { click: () => closeDrawers() } });
  const menuButton = drawerButton(sidebar, 'menu-button', 'People and conversations', icon(ICONS.menu), you, elsewhere);
  const toolsButton = drawerButton(tools, 'tools-button', TOOLS_LABEL, icon(ICONS.clock), timeNow);
  const topbar = element('header', { class: 'topbar' }, menuButton, title, toolsButton);
  const main = element('main', {}, topbar, lost, parts.guide, parts.messages, parts.home, parts.mail, parts.composer);

  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) closeDrawers();
  });
  matchMedia(NARROW).addEventListener('change', closeDrawers);
  matchMedia(PHONE).addEventListener('change', closeDrawers);
  document.body.append(
    element('div', { class: 'app' }, drawBanner(), sidebar, main, tools, veil),
    parts.modal,
    parts.notices,
  );

  return {
    closeDrawers,

    openTools(): void {
      if (getComputedStyle(toolsButton).display !== 'none') openDrawer(tools, toolsButton);
    },

    openPeople(): void {
      if (getComputedStyle(menuButton).display !== 'none') openDrawer(sidebar, menuButton);
    },

    /** @param unread how much is unread elsewhere, by anybody */
    update(state: SandboxState, conversationName: string, unread: number): void {
      setText(workspace, state.workspace);
      if (shownYou !== state.you.id) you.replaceChildren(drawAvatar(state.you));
      shownYou = state.you.id;
      menuButton.setAttribute('aria-label', `People and conversations. You are ${state.you.realName}`);
      showCount(elsewhere, unread);
      setText(title, conversationName);
      document.title = `${conversationName} · Convene sandbox`;
    },

    showPlace(place: 'conversation' | 'home' | 'mail'): void {
      parts.home.hidden = place !== 'home';
      parts.mail.hidden = place !== 'mail';
      parts.messages.hidden = place !== 'conversation';
      parts.composer.hidden = place !== 'conversation';
    },

    tick(time: string): void {
      if (timeNow.textContent === time) return;
      timeNow.textContent = time;
      // What is seen is part of the name, for those who speak to their screen.
      toolsButton.setAttribute('aria-label', `${TOOLS_LABEL}: ${time}`);
    },

    showLost(isLost: boolean): void {
      lost.hidden = !isLost;
    },
  };

  function drawerButton(drawer: HTMLElement, name: string, label: string, ...children: Node[]): HTMLButtonElement {
    const attributes = {
      class: `icon-button ${name}`,
      type: 'button',
      'aria-controls': drawer.id,
      'aria-expanded': 'false',
    };
    const button = element('button', { ...attributes, 'aria-label': label }, ...children);
    button.addEventListener('click', () => {
      if (drawer.classList.contains('is-open')) closeDrawers();
      else openDrawer(drawer, button);
    });
    return button;
  }

  function closeButton(): HTMLElement {
    const attributes = { class: 'icon-button drawer-close', type: 'button', 'aria-label': 'Close' };
    return element('button', { ...attributes, on: { click: () => closeDrawers() } }, icon(ICONS.close));
  }

  function openDrawer(drawer: HTMLElement, button: HTMLElement): void {
    closeDrawers();
    drawer.classList.add('is-open');
    veil.classList.add('is-open');
    main.inert = true;
    button.setAttribute('aria-expanded', 'true');
    drawer.querySelector<HTMLElement>('input:checked, .clock button')?.focus();
  }

  function closeDrawers(): void {
    main.inert = false;
    for (const [drawer, button] of [
      [sidebar, menuButton],
      [tools, toolsButton],
    ] as const) {
      const hadFocus = drawer.classList.contains('is-open') && drawer.contains(document.activeElement);
      drawer.classList.remove('is-open');
      button.setAttribute('aria-expanded', 'false');
      if (hadFocus) button.focus();
    }
    veil.classList.remove('is-open');
  }
}

function drawBanner(): HTMLElement {
  return element(
    'p',
    { class: 'banner', role: 'note' },
    icon(ICONS.flask),
    element('strong', { text: 'This is a simulation.' }),
    element('span', { text: ' No real Slack, no real calls; nothing leaves this machine.' }),
  );
}
