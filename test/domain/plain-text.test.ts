import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainLine, plainLines } from '../../src/domain/plain-text.ts';

test.each([
  ['line breaks of every kind', 'a\r\nb\rc\nd\u0085e\u2028f\u2029g\vh', 'a b c d e f g h'],
  ['tabs and other blanks', '\t a \u00a0\u3000 b\u2800c ', 'a b c'],
  ['control characters', 'a\u0000b\u0007c\u007fd\u009fe', 'abcde'],
  ['zero-width characters', 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u034fh', 'abcdefgh'],
  ['directional overrides, embeddings and isolates', '\u202eabc\u202c \u2066x\u2069 \u202ay', 'abc x y'],
  ['directional marks among left-to-right letters', 'a\u200eli\u200fce', 'alice'],
  ['letters that are blank', 'a\u3164b\u115fc\uffa0d', 'abcd'],
  ['hidden tag characters', 'hi\u{e0041}\u{e0042}', 'hi'],
  ['a variation selector after a digit alone', '1\ufe0f2', '12'],
  ['lone surrogates and noncharacters', 'a\ud800b\udc00c\uffffd', 'abcd'],
  ['a blank that hides between two others', 'a \u200b b', 'a b'],
  ['towers of marks', `a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(8)}b`],
])('loses %s', (_, text, line) => {
  expect(plainLine(text, 100)).toBe(line);
});

test.each([
  ['a family emoji', '👨‍👩‍👧‍👦 and 👩🏽‍💻'],
  ['the rainbow flag', '🏳️‍🌈'],
  ['a heart in colour and a keycap', '❤️ 1️⃣ #️⃣'],
  ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['country flags', '🇫🇷🇯🇵'],
  ['the joiner inside a Persian word', 'می\u200cخواهم'],
  ['the joiner at the end of a Malayalam word', 'അവന്\u200d വന്നു'],
  ['vowel points', 'שָׁלוֹם مَرْحَبًا'],
  ['the mark that keeps punctuation beside Hebrew', 'שפת C++\u200f שלום!\u200f'],
  ['a chosen form of a Han letter', '葛\u{e0100}城'],
  ['accents typed apart', 'cafe\u0301'],
])('keeps %s', (_, text) => {
  expect(plainLine(text, 100)).toBe(text);
});

test.each([
  ['a text of just the length', 'abcde', 5, 'abcde'],
  ['a longer one', 'abcdef', 5, 'abcd…'],
  ['no blank before the ellipsis', 'abc def', 5, 'abc…'],
  ['an emoji is kept whole or not at all', 'ab👨‍👩‍👧cd', 6, 'ab…'],
  ['an accent stays with its letter', 'abe\u0301f', 4, 'ab…'],
  ['characters beyond the first plane count once', '😀😀😀', 3, '😀😀😀'],
  ['nothing fits', '👨‍👩‍👧', 2, '…'],
])('cuts between graphemes: %s', (_, text, most, line) => {
  expect(plainLine(text, most)).toBe(line);
});

test('several lines stay lines, each without what nobody sees', () => {
  expect(plainLines(' \n Bring\u200b the \u202enumbers\r\n\r\n- of\u2028- last  year\u0000\n\n')).toBe(
    'Bring the numbers\n\n- of\n- last year',
  );
});

const alphabet = fc.constantFrom(
  ...['a', '1', ' ', '!', '…', '\u0301', '\u20e3', 'א', 'م', '葛', 'ന', '്', '\u1820', '❤', '👩', '🏽', '\u{1f3f4}'],
  ...['\u200b', '\u200c', '\u200d', '\u200f', '\u202e', '\ufe0f', '\u180b', '\u{e0100}', '\u{e0067}', '\u{e007f}'],
  ...['\ud800', '\udc00'],
);
const texts = fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(''));

test('finds nothing more to do in its own work', () => {
  fc.assert(fc.property(texts, (text) => expect(plainLine(plainLine(text, 100), 100)).toBe(plainLine(text, 100))));
});

test('never exceeds the length', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) =>
      expect([...plainLine(text, most)].length).toBeLessThanOrEqual(most),
    ),
  );
});

test('takes a million characters in its stride', () => {
  const text = 'a\u200d\u{e0061}\u200f '.repeat(200_000);

  expect(plainLine(text, 10)).toBe('a a a a a…');
}, 5000);
