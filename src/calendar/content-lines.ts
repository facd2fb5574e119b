/** The lines of an iCalendar text with folds undone and without line ends (RFC 5545, 3.1). */
export function contentLines(text: string): string[] {
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

/** The iCalendar text of these lines: folded, and with CRLF after every one. */
export function calendarText(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.11, for a text without line breaks. */
export function escapedText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`);
}

const LONGEST_LINE_OCTETS = 75;

/** Folds between characters so that no line is longer than 75 octets of UTF-8, its leading space included. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
