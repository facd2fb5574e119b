/** The lines of an iCalendar text with folds undone and without line ends (RFC 5545, 3.1). */
export function contentLines(text: string): string[] {
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

/** The iCalendar text of these lines: folded, and with CRLF after every one. */
export function calendarText(lines: readonly string[]): string {
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** RFC 5545, 3.3.11, for a text whose only line breaks are `\n`. */
export function escapedText(text: string): string {
  return text.replaceAll(/[\\;,\n]/g, (character) => (character === '\n' ? String.raw`\n` : `\\${character}`));
}

/**
 * For a parameter in quotes, which has no escapes: quotes and backslashes, which some calendars take for one, become
 * what looks like them, and a circumflex is doubled where RFC 6868 would read it as an escape.
 */
export function quotableText(text: string): string {
  return text
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replaceAll(/\^(?=[n'^])/g, '^^');
}

const LONGEST_LINE_OCTETS = 75;

/** Folds between characters so that no line is longer than 75 octets of UTF-8, its leading space included. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE_OCTETS) return line;
  const parts: string[] = [];
  let start = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const character = line.codePointAt(at) ?? 0;
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE_OCTETS) {
      parts.push(line.slice(start, at));
      start = at;
      octets = 1;
    }
    octets += size;
    at += character > 0xffff ? 2 : 1;
  }
  return [...parts, line.slice(start)].join('\r\n ');
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
