import { RoomServiceFault } from '../../ports/rooms.ts';
import type { Ask } from './ask.ts';
import { faultOfNonsense } from './faults.ts';
import { fieldsOf } from './fields.ts';
import type { Request } from './request.ts';

const PAGE_SIZE = 50;
/** Five thousand rows; a service that still has more does not heed `page_no`. */
const MOST_PAGES = 100;

/**
 * All rows of a list, page by page, fetched as they are consumed. Ends when as many rows were seen as the service
 * counts, so a service that gives shorter pages than asked for is read to the end too; where it does not count, a
 * short page is the last one. An empty page always is.
 */
export async function* pagesOf(
  request: Request,
  list: Ask,
  deadline: AbortSignal,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  let seen = 0;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { ...list.query, page_no: String(page), per_page: String(PAGE_SIZE) };
    const { data, totalCount } = await request({ ...list, query }, deadline);
    const rows = list.rowsIn === undefined ? data : fieldsOf(data)[list.rowsIn];
    if (!Array.isArray(rows)) throw faultOfNonsense(list, 'a list');
    yield* rows.map(fieldsOf);
    seen += rows.length;
    const isLast = totalCount === null ? rows.length < PAGE_SIZE : seen >= totalCount;
    if (isLast || rows.length === 0) return;
  }
  throw new RoomServiceFault('refused', `${list.what}: the list does not end`);
}
