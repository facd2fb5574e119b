import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SHORTEST = 6;

/**
 * Every piece of every file below a folder that could stand in an address, whole and broken at each dot: what somebody
 * would try who has stolen the folder.
 */
export function stringsIn(folder: string): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) for (const piece of piecesOf(readFileSync(path, 'latin1'))) found.add(piece);
  }
  return found;
}

export function piecesOf(text: string): string[] {
  const whole = text.match(/[\w.~%/:-]+/g) ?? [];
  return [...whole, ...whole.flatMap((piece) => piece.split(/[./:]/))].filter(({ length }) => length >= SHORTEST);
}
