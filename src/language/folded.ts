/** Characters that stand for another one, besides letters with a diacritic and full-width forms. */
const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  ł: 'l',
  đ: 'd',
  ø: 'o',
  '、': ',',
  '。': '.',
  '・': '/',
  '〜': '~',
};

const FOLDABLE = /[’ʼ、。・〜\u00c0-\u024f\u0400-\u04ff\u1e00-\u1eff\uff01-\uff5e]/g;

const known = new Map<string, string>();

/** A text of the same length without diacritics and full-width forms, as people in a hurry may type it: `après` is `apres`. */
export function folded(text: string): string {
  return text.replace(FOLDABLE, (character) => {
    const plain = known.get(character) ?? plainFor(character);
    known.set(character, plain);
    return plain;
  });
}

function plainFor(character: string): string {
  if (character >= '\uff01' && character <= '\uff5e') return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  const [letter = character, ...marks] = character.normalize('NFD');
  return SAME[character] ?? (marks.every((mark) => /\p{M}/u.test(mark)) ? letter : character);
}
