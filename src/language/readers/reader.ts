import { finding, matchesIn, type Readable } from '../finders.ts';
import type { Form, Language } from '../grammar.ts';
import type { Condition, Piece, Says } from '../says.ts';

/** Proposes the stretches of a text that have one form of expression. Pure, total and linear in the text. */
export type Reader = (text: Readable, found: readonly Piece[]) => Piece[];

/** Builds a reader for one language; `monthFirst` is the writer's order of numeric dates. */
export type MakeReader = (language: Language, order: { readonly monthFirst: boolean }) => Reader;

/** What the slots of a form hold. */
export type Said = Readonly<Record<string, string | undefined>>;

export interface Understood {
  readonly says: Says;
  readonly only?: Condition | undefined;
}

/**
 * A reader that looks for the forms of a table and proposes whatever `understand` makes of them. `onlyIf` is what any text with one of them
 * has somewhere, looked for first because that is cheap.
 */
export function formReader<T>(
  language: Language,
  forms: readonly Form<T>[],
  as: Piece['as'],
  understand: (said: Said, form: Form<T>, text: string) => Understood | undefined,
  onlyIf?: RegExp,
): Reader {
  const searches = forms.map((form) => ({ form, finder: finding(language, form.form) }));
  return (text) => {
    if (onlyIf && !text.has(onlyIf)) return [];
    const pieces: Piece[] = [];
    for (const { form, finder } of searches) {
      for (const { index, groups = {}, 0: matched } of matchesIn(text, finder)) {
        const understood = understand(groups, form, matched);
        if (!understood) continue;
        const { says, only } = understood;
        const place = { from: index, to: index + matched.length, as, says };
        pieces.push(only ? { ...place, only } : place);
      }
    }
    return pieces;
  };
}
