import type { Database } from '../../src/adapters/sqlite/shim.ts';
import { column } from '../../src/adapters/sqlite/tables.ts';
import type { CollectionSpec } from '../../src/ports/documents.ts';

const AT_ONCE = 50_000;
const MINUTE_MS = 60_000;
/** Four weeks. */
const LATEST_MINUTES = 40_000;

/**
 * Makes many rows out of one, inside SQLite, which is many times faster than storing each: in every copy the mark is
 * another one, and all dates are some minutes later.
 *
 * @param mark a part of the row's texts, such as an id, of which each copy has its own of the same length
 * @param count how many rows there are in the end
 */
export function multiply(database: Database, spec: CollectionSpec, id: string, mark: string, count: number): void {
  const copyOf = (text: string) => `replace(${text}, '${mark}', ${numbered(mark)})`;
  const later = `${MINUTE_MS} * (n % ${LATEST_MINUTES})`;
  const doc = String(database.all(`SELECT doc FROM "${spec.name}" WHERE id = ?`, [id])[0]?.['doc']);
  const dates = [...new Set([...doc.matchAll(/\{"\$date":"([^"]+)"\}/g)].map(([, date]) => String(date)))];
  const moved = dates.reduce(
    (text, date) =>
      `replace(${text}, '${date}', strftime('%Y-%m-%dT%H:%M:%fZ', (${Date.parse(date)} + ${later}) / 1000.0, 'unixepoch'))`,
    copyOf('doc'),
  );
  const columns = Object.entries(spec.fields).map(([field, type]) => {
    const name = `"${column(field)}"`;
    return { name, value: type === 'date' ? `${name} + ${later}` : type === 'string' ? copyOf(name) : name };
  });
  const names = ['id', 'version', 'doc', ...columns.map(({ name }) => name)].join(', ');
  const values = [copyOf('id'), 'version', moved, ...columns.map(({ value }) => value)].join(', ');
  for (let from = 1; from < count; from += AT_ONCE) {
    database.run(
      `INSERT INTO "${spec.name}" (${names})
       WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?)
       SELECT ${values} FROM numbers CROSS JOIN "${spec.name}" WHERE id = ?`,
      [from, Math.min(from + AT_ONCE, count), id],
    );
  }
}

/** The mark with its last eight characters replaced by the number of the copy. */
function numbered(mark: string): string {
  return `'${mark.slice(0, -8)}' || printf('%08d', n)`;
}
