const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What somebody would try who holds genuine links: each is one of them changed, and none is genuine. */
export function forgeriesOf(genuine: readonly string[], count: number): string[] {
  const random = pseudoRandom(7);
  const any = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const partsOf = (link: string) => link.split('.') as [string, string, string, string];
  const forge: readonly ((link: string) => string)[] = [
    // One letter changed, left out, added, or in the other case.
    (link) => splice(link, random(link.length), 1, any([...LETTERS])),
    (link) => splice(link, random(link.length), 1, ''),
    (link) => splice(link, random(link.length), 0, any([...LETTERS])),
    (link) => swapCase(link, random(link.length)),
    // The last letter of a signature has bits that a decoder ignores.
    (link) => link.slice(0, -1) + any([...LETTERS]),
    // Parts of other links, another version, another signature or none.
    (link) => withPart(partsOf(link), random(4), any(partsOf(any(genuine)))),
    (link) => withPart(partsOf(link), 2, String(2 + random(50))),
    (link) => withPart(partsOf(link), 3, Array.from({ length: 43 }, () => any([...LETTERS])).join('')),
    (link) => withPart(partsOf(link), 3, any(['', '.', '0', 'null', 'undefined', 'none', '='.repeat(43)])),
    (link) => link.slice(0, random(link.length)),
    (link) => `${link}${any(['.', '..', '~', '=', '%00', '%20', ',', '.1', "'"])}`,
  ];
  const forged = new Set<string>();
  while (forged.size < count) forged.add(any(forge)(any(genuine)));
  for (const link of genuine) forged.delete(link);
  return [...forged].filter((link) => link !== '');
}

function splice(text: string, at: number, count: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + count);
}

function swapCase(text: string, at: number): string {
  const letter = text[at] ?? '';
  return splice(text, at, 1, letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());
}

function withPart(parts: readonly string[], at: number, part: string): string {
  return parts.with(at, part).join('.');
}

/** The same numbers each time, so that a failure can be had again. */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
