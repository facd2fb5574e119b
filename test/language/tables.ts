import { readdirSync, readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import type { ReadingContext } from '../../src/language/reading.ts';

/** One line of a table: a text, where and when it was written, and what is expected of it. */
export interface Row extends ReadingContext {
  readonly text: string;
  readonly expected: readonly string[];
  readonly line: string;
}

// The tests run from build/, the tables stay where they are written.
const TABLES = new URL('../../../test/language/', import.meta.url);

/**
 * The rows of every table in a folder, by table name. A line `>> 2026-02-10 09:12 America/New_York en-US` says where and
 * when the rows below it were written, `#` begins a comment, and ` | ` parts the columns.
 */
export function tablesIn(folder: string): [name: string, rows: Row[]][] {
  const path = new URL(`${folder}/`, TABLES);
  return readdirSync(path)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => [file.replace('.txt', ''), rowsOf(readFileSync(new URL(file, path), 'utf8'), file)]);
}

function rowsOf(table: string, file: string): Row[] {
  let context: ReadingContext | undefined;
  return table.split('\n').flatMap((written, index) => {
    if (written.trim() === '' || written.startsWith('#')) return [];
    if (written.startsWith('>> ')) {
      const [, day, time, zone = '', locale = 'en-US'] = written.split(/\s+/);
      context = { now: DateTime.fromISO(`${day}T${time}`, { zone }), zone, locale };
      return [];
    }
    const [text = '', ...expected] = written.split(' | ').map((column) => column.trim());
    if (!context || expected.length === 0) throw new Error(`${file}:${index + 1} is no row: ${written}`);
    return [{ ...context, text, expected, line: `${file}:${index + 1}` }];
  });
}
