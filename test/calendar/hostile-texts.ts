export const FAMILY = '👨‍👩‍👧‍👦';

/** What people may type, and what of it is to be seen in one line. */
export const HOSTILE: readonly [what: string, text: string, line: string][] = [
  ['an ordinary text', 'Weekly sync', 'Weekly sync'],
  ['a property after CRLF', 'a\r\nATTENDEE:mailto:evil@e.org', 'a ATTENDEE:mailto:evil@e.org'],
  ['a property after a bare CR', 'a\rORGANIZER:mailto:evil@e.org', 'a ORGANIZER:mailto:evil@e.org'],
  ['an event after LF', 'a\nEND:VEVENT\nBEGIN:VEVENT\nUID:x', 'a END:VEVENT BEGIN:VEVENT UID:x'],
  ['a fold', 'a\r\n b\r\n\tc', 'a b c'],
  ['other line ends', 'a\u2028URL:b\u2029c\u0085d\u000be\u000cf', 'a URL:b c d e f'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u007fe', 'abcde'],
  ['lone surrogates', 'a\ud83db\ude00c', 'abc'],
  ['quotes', 'Bob "B" Smith":mailto:evil@e.org', 'Bob "B" Smith":mailto:evil@e.org'],
  ['separators', 'a;b,c:d=e;;,,', 'a;b,c:d=e;;,,'],
  ['backslashes', '\\o/ \\; \\, a\\', '\\o/ \\; \\, a\\'],
  ['a circumflex', "^n ^' ^^", "^n ^' ^^"],
  ['percent signs and HTML', '%0D%0A <b>&amp;</b>', '%0D%0A <b>&amp;</b>'],
  ['an override of direction', 'abc\u202etxt', 'abctxt'],
  ['right-to-left text', 'שלום, عالم; "مرحبا"', 'שלום, عالم; "مرحبا"'],
  ['emoji where a line is folded', `${'x'.repeat(65)}${FAMILY}${FAMILY}`, `${'x'.repeat(65)}${FAMILY}${FAMILY}`],
  ['three-octet letters', '会議'.repeat(60), '会議'.repeat(60)],
  ['accents typed apart', 'e\u0301'.repeat(60), 'e\u0301'.repeat(60)],
  ['spaces where a line is folded', 'ab '.repeat(40).trim(), 'ab '.repeat(40).trim()],
];
