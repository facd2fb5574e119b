import type { TextObject } from './block-kit.ts';
import { element } from './dom.ts';
import { parseMrkdwn, parsePlainText, type Token } from './mrkdwn.ts';
import type { Scene } from './scene.ts';
import { formatSlackDate } from './slack-date.ts';

const EMPHASIS_TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const;

export function drawText({ kind, text }: TextObject, scene: Scene): Node[] {
  return drawTokens(kind === 'mrkdwn' ? parseMrkdwn(text) : parsePlainText(text), scene);
}

function drawTokens(tokens: readonly Token[], scene: Scene): Node[] {
  return tokens.map((token) => drawToken(token, scene));
}

function drawToken(token: Token, scene: Scene): Node {
  switch (token.kind) {
    case 'text':
      return document.createTextNode(token.text);
    case 'break':
      return element('br');
    case 'emphasis':
      return element(EMPHASIS_TAGS[token.style], {}, ...drawTokens(token.children, scene));
    case 'quote':
      return element('blockquote', {}, ...drawTokens(token.children, scene));
    case 'code':
      return element('code', { text: token.text });
    case 'code-block':
      return element('pre', {}, element('code', { text: token.text }));
    case 'emoji':
      return element('span', {
        class: 'emoji',
        role: 'img',
        'aria-label': token.name.replaceAll('_', ' '),
        text: token.character,
      });
    case 'link':
      return drawLink(token.href, token.label);
    case 'user':
      return drawMention(token.id, token.label, scene);
    case 'channel':
      return element('span', { class: 'mention', text: `#${scene.channelName(token.id) ?? token.label ?? token.id}` });
    case 'group':
      return element('span', { class: 'mention', text: token.label });
    case 'date':
      return drawDate(token, scene);
  }
}

function drawLink(href: string, label: string): Node {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer', text: label });
}

function drawMention(id: string, label: string | null, scene: Scene): Node {
  const name = scene.person(id)?.realName ?? label ?? id;
  return element('span', { class: id === scene.you.id ? 'mention is-you' : 'mention', text: `@${name}` });
}

function drawDate({ seconds, format, href, fallback }: Extract<Token, { kind: 'date' }>, scene: Scene): Node {
  const text = formatSlackDate(seconds, format, scene.reader());
  if (text === null) return document.createTextNode(fallback);
  const datetime = new Date(seconds * 1000).toISOString();
  const time = element('time', { datetime, title: fallback, text });
  return href === null ? time : element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, time);
}
