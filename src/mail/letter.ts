import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { MailText } from './mail-text.ts';

/** A mail before it is put into plain text and into HTML. Nothing in it is markup, and every text is one line. */
export interface Letter {
  readonly subject: string;
  /** Who does what, in one sentence. */
  readonly lead: string;
  readonly heading: string;
  readonly facts: readonly Fact[];
  /** The one thing to press. */
  readonly button: Link | null;
  /** To be copied by hand, such as a code. */
  readonly code: string | null;
  readonly question: { readonly text: string; readonly answers: readonly Link[] } | null;
  /** In the organizer's words; an empty line parts paragraphs. */
  readonly notes: { readonly from: string; readonly lines: readonly string[] } | null;
  readonly smallPrint: readonly (string | Link)[];
}

export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
  /** It is so no longer. */
  readonly isOver?: boolean;
}

/** `url` is http or https. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

export function rendered(letter: Letter): MailText {
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
