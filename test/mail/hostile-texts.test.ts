import { expect, test } from '@jest/globals';
import { invitationMail } from '../../src/mail/invitation-mail.ts';
import { messageIdFor } from '../../src/mail/message-id.ts';
import { senderName } from '../../src/mail/sender-name.ts';
import { JOIN_URL, someFacts } from './some-facts.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><b>bold</b>',
  '<a href="https://evil.example">here</a>',
  '&lt;b&gt; &amp; &#60;',
  'a\r\nJoin: https://evil.example',
  'a\rJoin: https://evil.example',
  'a\u2028Join: https://evil.example\u0085b',
  '{{html}} `tick`',
  '\u202Etxet desrever',
  '\u0000\u0007',
  '-- ',
  '.',
  '> quoted',
  '會議 🎉 اجتماع',
  'x'.repeat(10_000),
  '🎉'.repeat(10_000),
  '\ud800',
  '',
];

const plain = invitationMail({ ...someFacts(), joinUrl: JOIN_URL, notes: 'x' });

test.each(HOSTILE)('%j is text wherever it stands', (text) => {
  const facts = { ...someFacts(), title: text, organizerName: text, workspaceName: text, host: text, repeats: text };
  const mail = invitationMail({ ...facts, joinUrl: JOIN_URL, notes: text });

  // A workspace and a way to repeat are lines of their own; notes that say nothing are left out.
  expect(tagsOf(mail.html).filter((tag) => !OPTIONAL.has(tag))).toEqual(
    tagsOf(plain.html).filter((tag) => !OPTIONAL.has(tag)),
  );
  expect(linksOf(mail.html)).toEqual(linksOf(plain.html));
  expect(mail.text.split('\n').filter((line) => line.startsWith('Join: '))).toEqual([`Join: ${JOIN_URL}`]);
  expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]/u);
  expect(mail.text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202E]/u);
  expect(mail.text.length + mail.html.length).toBeLessThan(20_000);
});

test('notes keep their lines and are cut where they are endless', () => {
  const { text } = invitationMail({ ...someFacts(), joinUrl: JOIN_URL, notes: 'line\n'.repeat(10_000) });

  expect(text.match(/^> line$/gm)).toHaveLength(60);
});

test('a message id is the same at every try, and says nothing of the key', () => {
  const key = 'meeting-1/once/invitee-1/mail/0';

  expect(messageIdFor(key, 'meet.acme.org')).toBe(messageIdFor(key, 'meet.acme.org'));
  expect(messageIdFor(key, 'meet.acme.org')).toMatch(/^[\w-]{27}@meet\.acme\.org$/);
  expect(messageIdFor(`${key}1`, 'meet.acme.org')).not.toBe(messageIdFor(key, 'meet.acme.org'));
  expect(messageIdFor(key, '[::1]')).toMatch(/^[\w-]{27}@1$/);
});

test.each([
  ['Ann', 'Ann (via Convene)'],
  [' Ann\r\nBcc: x ', 'Ann Bcc: x (via Convene)'],
  [null, null],
  ['\u0000', null],
])('%j sends as %j', (name, shown) => {
  expect(senderName(name)).toBe(shown);
});

const OPTIONAL = new Set(['br', 'span', '/span', 'p', '/p']);

function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z0-9]+)/gi)].map(([, tag = '']) => tag.toLowerCase());
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
}
