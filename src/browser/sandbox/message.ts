import type { MessageView } from '../../sandbox/page/contract.ts';
import { drawAvatar } from './avatar.ts';
import { drawBlocks } from './blocks.ts';
import { element, icon } from './dom.ts';
import { drawFile } from './file.ts';
import { ICONS } from './icons.ts';
import { placeOfMessage } from './place.ts';
import type { Scene } from './scene.ts';
import { drawText } from './text.ts';
import { clockTime, shortMoment } from './zoned-text.ts';

/** Who says what Slack itself has to say. */
const SLACKBOT = 'USLACKBOT';

export function drawMessage(message: MessageView, scene: Scene): HTMLElement {
  const author = scene.person(message.user);
  const body = element('div', { class: 'message-body' }, drawHead(message, scene), ...drawContent(message, scene));
  const avatar = author === null ? element('span', { class: 'avatar', 'aria-hidden': 'true' }) : drawAvatar(author);
  const kind = message.isEphemeral ? 'message is-ephemeral' : 'message';
  return element('li', { class: kind, 'data-ts': message.ts }, avatar, body);
}

/** When it was sent, in milliseconds since 1970. */
export function sentAt({ ts }: MessageView): number {
  return Number(ts) * 1000;
}

function drawHead(message: MessageView, scene: Scene): HTMLElement {
  const author = scene.person(message.user);
  const name = author?.realName ?? (message.user === SLACKBOT ? 'Slackbot' : message.user);
  const { zone, locale } = scene.reader();
  const at = sentAt(message);
  return element(
    'p',
    { class: 'message-head' },
    element('strong', { text: name }),
    author?.kind === 'app' || author?.kind === 'bot' ? element('span', { class: 'app-badge', text: 'App' }) : null,
    element('time', {
      datetime: new Date(at).toISOString(),
      title: shortMoment(at, zone, locale),
      text: clockTime(at, zone, locale),
    }),
    message.isEdited ? element('span', { class: 'edited', text: 'edited' }) : null,
    message.isEphemeral ? element('span', { class: 'only-you' }, icon(ICONS.eye), 'Only visible to you') : null,
  );
}

function drawContent(message: MessageView, scene: Scene): HTMLElement[] {
  const { blocks, text, files } = message;
  const hasText = text !== '' && blocks.length === 0;
  const content = hasText
    ? [element('div', { class: 'block-text' }, ...drawText({ kind: 'mrkdwn', text }, scene))]
    : drawBlocks(blocks, placeOfMessage(message.channel, message.ts), scene);
  const card = content.length === 0 ? [] : [element('div', { class: 'message-card' }, ...content)];
  return [...card, ...files.map(drawFile)];
}
