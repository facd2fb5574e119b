import { type Html, html } from '../html/html.ts';
import type { Fact, Letter, Link } from './letter.ts';
import { DARK, style } from './letter-style.ts';

/** The letter as a document: tables, since Outlook knows no other layout, and the light colours inline. */
export function letterHtml(letter: Letter): string {
  const { subject, lead, heading, facts, button, code, question, notes, smallPrint } = letter;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${DARK}</style>
</head>
<body class="ground" style="${style.body}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;max-width:560px"><tr><td class="card" style="${style.card}">
<p class="muted" style="${style.lead}" dir="auto">${lead}</p>
<h1 style="${style.heading}" dir="auto">${heading}</h1>
${facts.map(factHtml)}
${code === null ? null : html`<p class="code" style="${style.code}">${code}</p>`}
${button && buttonHtml(button)}
${question && html`<p style="${style.question}">${question.text}</p>\n<p style="margin:0">${question.answers.map(answerHtml)}</p>`}
${notes && html`<p class="muted" style="${style.notesFrom}" dir="auto">${notes.from}</p>\n${notesHtml(notes.lines)}`}
</td></tr><tr><td class="muted" style="${style.smallPrint}">
${smallPrint.map(smallPrintHtml)}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
  return page.markup;
}

function factHtml({ label, lines, isOver }: Fact): Html {
  const [first = '', ...rest] = lines;
  const value = isOver ? html`<s class="muted" style="${style.over}">${first}</s>` : html`<strong>${first}</strong>`;
  const more = rest.map((line) => html`<br><span class="muted" style="${style.muted}">${line}</span>`);
  return html`<p style="${style.fact}" dir="auto"><span class="muted" style="${style.label}">${label}</span><br>${value}${more}</p>\n`;
}

function buttonHtml({ label, url }: Link): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" align="center" bgcolor="#3355d1" style="${style.button}"><a class="button-link" href="${url}" style="${style.buttonLink}">${label}</a></td></tr></table>`;
}

function answerHtml({ label, url }: Link): Html {
  return html`<a class="answer" href="${url}" style="${style.answer}">${label}</a> `;
}

function notesHtml(lines: readonly string[]): Html {
  const words = lines.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));
  return html`<p class="quote" style="${style.quote}" dir="auto">${words}</p>`;
}

function smallPrintHtml(part: string | Link): Html {
  const words =
    typeof part === 'string' ? html`${part}` : html`<a href="${part.url}" style="color:inherit">${part.label}</a>`;
  return html`<p style="margin:0 0 6px">${words}</p>\n`;
}
