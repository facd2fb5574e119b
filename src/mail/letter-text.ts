import type { Fact, Letter, Link } from './letter.ts';

/** The letter in plain text, with every address in a line of its own, where programs make it a link. */
export function letterText(letter: Letter): string {
  const { lead, heading, facts, button, code, question, notes, smallPrint } = letter;
  const parts = [
    lead,
    heading,
    facts.map(factText).join('\n'),
    code,
    button && linkText(button),
    question && [question.text, ...question.answers.map(linkText)].join('\n'),
    notes && [`${notes.from}:`, ...notes.lines.map((line) => `> ${line}`.trimEnd())].join('\n'),
    ['-- ', ...smallPrint.map((part) => (typeof part === 'string' ? part : linkText(part)))].join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function factText({ label, lines: [first, ...rest] }: Fact): string {
  return [`${label}: ${first}`, ...rest.map((line) => `${' '.repeat(label.length + 2)}${line}`)].join('\n');
}

function linkText({ label, url }: Link): string {
  return `${label}: ${url}`;
}
