import { plainLine } from '../domain/plain-text.ts';

const LONGEST_TITLE = 200;
const LONGEST_NAME = 120;
const LONGEST_NOTES = 3000;
/** Of a longer text the rest is not looked at: cleaning it takes time that nobody sees the good of. */
const MOST_READ = 20_000;

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

export function titleText(title: string): string {
  return plainLine(title.slice(0, MOST_READ), LONGEST_TITLE) || 'Meeting';
}

/** May be empty. */
export function nameText(name: string): string {
  return plainLine(name.slice(0, MOST_READ), LONGEST_NAME);
}

/** What a person reads in the calendar, the link first: it is seen everywhere, other than the properties for links. */
export function descriptionText(link: string, organizerName: string, notes: string | null): string {
  const organizer = nameText(organizerName);
  const said = notesText(notes ?? '');
  return [
    `Join: ${link}`,
    ...(organizer === '' ? [] : [`Organizer: ${organizer}`]),
    'This link is yours alone: whoever has it can join as you.',
    ...(said === '' ? [] : ['', said]),
  ].join('\n');
}

/** Lines of plain text, cut to the length of all together. */
function notesText(notes: string): string {
  const lines: string[] = [];
  let room = LONGEST_NOTES;
  for (const line of notes.slice(0, MOST_READ).trim().split(LINE_BREAK)) {
    if (room <= 0) break;
    const plain = plainLine(line, room);
    lines.push(plain);
    room -= plain.length + 1;
  }
  return lines.join('\n').trim();
}
