import type { MailView } from '../../sandbox/page/contract.ts';
import { element } from './dom.ts';
import { drawFile } from './file.ts';
import type { Scene } from './scene.ts';
import { shortMoment } from './zoned-text.ts';

/** What a mail may do in its frame; the server's own policy for it says the same. */
const FRAME_MAY = 'allow-popups allow-popups-to-escape-sandbox';

/** The mails to people outside Slack: a list, and the one that is open. */
export function makeMail(scene: Scene) {
  let openId = '';
  let shown = '';
  let mails: readonly MailView[] = [];
  const list = element('ul', { class: 'mail-list' });
  const reader = element('div', { class: 'mail-reader' });
  const empty = element('p', {
    class: 'muted mail-empty',
    text: 'No mails yet. Invite somebody by their address, such as guest@example.com.',
  });

  return {
    element: element('section', { class: 'mails', 'aria-label': 'Guests’ mail', hidden: true }, empty, list, reader),

    update(fresh: readonly MailView[]): void {
      mails = fresh;
      draw();
    },
  };

  function draw(): void {
    const key = JSON.stringify([openId, mails.map(({ id }) => id), scene.reader().zone]);
    if (key === shown) return;
    shown = key;
    const open = mails.find(({ id }) => id === openId) ?? null;
    empty.hidden = mails.length > 0;
    list.replaceChildren(...mails.map(drawRow).reverse());
    // Only another mail is drawn anew: a frame that is moved loads again.
    if (reader.dataset['mail'] !== open?.id) reader.replaceChildren(...(open === null ? [] : drawMail(open)));
    reader.dataset['mail'] = open?.id ?? '';
    reader.hidden = open === null;
  }

  function drawRow(mail: MailView): HTMLElement {
    const { zone, locale } = scene.reader();
    const button = element(
      'button',
      { type: 'button', 'aria-current': mail.id === openId ? 'true' : 'false', on: { click: () => read(mail.id) } },
      element('span', { class: 'mail-to', text: `To ${mail.to}` }),
      element('strong', { text: mail.subject }),
      element('span', { class: 'muted', text: `${mail.from} · ${shortMoment(mail.at, zone, locale)}` }),
    );
    return element('li', {}, button);
  }

  function read(id: string): void {
    openId = id;
    draw();
    list.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }
}

function drawMail({ subject, href, files }: MailView): HTMLElement[] {
  const frame = element('iframe', { src: href, title: `Mail: ${subject}`, sandbox: FRAME_MAY, class: 'mail-frame' });
  return [element('div', { class: 'mail-files' }, ...files.map(drawFile)), frame];
}
