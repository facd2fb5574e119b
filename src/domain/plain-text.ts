const RTL_LETTER = scripts('Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko', 'Adlam');
const JOINED_LETTER = scripts(
  ...['Arabic', 'Syriac', 'Nko', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
);

/** Invisible characters that a text needs, each only where it does its work. */
const NEEDED = [
  // Joins emoji into one picture: a family, a profession, the rainbow flag.
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})`,
  // Chooses the coloured or the plain form of an emoji, or makes a keycap.
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[#*\d])\uFE0F(?=\u20E3)`,
  // Spells the flags of England, Scotland and Wales.
  String.raw`(?<=\u{1F3F4}[\u{E0061}-\u{E007A}]{0,5})[\u{E0061}-\u{E007A}\u{E007F}]`,
  // Joins or parts the letters of joined scripts, and chooses a form of Han and Mongolian letters.
  String.raw`(?<=${JOINED_LETTER}\p{M}{0,4})[\u200C\u200D]`,
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<=${scripts('Mongolian')})[\u180B-\u180D\u180F]`,
  // Puts punctuation and digits on the right side of right-to-left words.
  String.raw`(?<=${RTL_LETTER}[\p{P}\p{S}\p{N} ]{0,20})[\u200E\u200F\u061C]`,
  String.raw`[\u200E\u200F\u061C](?=[\p{P}\p{S}\p{N} ]{0,20}${RTL_LETTER})`,
].join('|');

const INVISIBLE = String.raw`[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`;
const NEEDED_OR_INVISIBLE = new RegExp(`(${NEEDED})|${INVISIBLE}`, 'gu');

const BLANKS = /[\p{Z}\t\n\v\f\r\u0085\u2800]+/gu;
/** Eight marks on one letter are more than any language writes; towers of them cover the lines around. */
const TOWER_OF_MARKS = /(\p{M}{8})\p{M}+/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * One line of text as a person would see it: without control and invisible characters and without those that turn the
 * direction of what follows, so that two texts that look alike are alike.
 *
 * @param maxCodePoints at least 1; a longer text is cut between graphemes and ends in an ellipsis
 */
export function plainLine(text: string, maxCodePoints: number): string {
  const line = text
    .replace(BLANKS, ' ')
    .replace(NEEDED_OR_INVISIBLE, '$1')
    .replace(TOWER_OF_MARKS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return cut(line, maxCodePoints);
}

/** Several lines, each as a person would see it; without blank ones before and after. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => plainLine(line, Number.POSITIVE_INFINITY))
    .join('\n')
    .trim();
}

function cut(line: string, maxCodePoints: number): string {
  if (codePoints(line) <= maxCodePoints) return line;
  let kept = '';
  let room = maxCodePoints - 1;
  for (const { segment } of graphemes.segment(line)) {
    room -= codePoints(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function codePoints(text: string): number {
  return [...text].length;
}

/** A visible character of one of these scripts. */
function scripts(...names: readonly string[]): string {
  const members = names.map((name) => String.raw`\p{Script=${name}}`).join('');
  return String.raw`(?:(?!\p{Default_Ignorable_Code_Point})[${members}])`;
}
