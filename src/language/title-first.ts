/**
 * What follows a title at the beginning of a text, whatever the case, the spaces and quotes around it; null where the
 * text begins with something else, or with a longer word.
 *
 * @param text in Slack's escaping
 */
export function afterTitle(text: string, title: string): string | null {
  const words = title.trim().split(/\s+/).map(spelled).join('\\s+');
  const found = new RegExp(`^\\s*${QUOTE}?${words}${QUOTE}?(?![\\p{L}\\p{N}\\p{M}_])`, 'iu').exec(text);
  return found ? text.slice(found[0].length) : null;
}

const QUOTE = '["“”„«»‘’\']';
const ESCAPES: Readonly<Record<string, string>> = { '&': '(?:&amp;|&)', '<': '(?:&lt;|<)', '>': '(?:&gt;|>)' };

function spelled(word: string): string {
  const letters = [...word].map((letter) => ESCAPES[letter] ?? letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return letters.join('');
}
