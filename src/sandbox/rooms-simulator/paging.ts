import { type Answer, violation } from './answers.ts';
import type { Call } from './route.ts';

const DEFAULT_PAGE_SIZE = 20;

/**
 * One page of a list with its `paging`, whose offsets count from the first row.
 * @param name the field of the data that holds the rows, where they are not the data; Dyte has the paging there too
 */
export function paged(rows: readonly unknown[], call: Call, name?: string): Answer {
  const page = numberIn(call, 'page_no', 1);
  const size = Math.min(numberIn(call, 'per_page', DEFAULT_PAGE_SIZE), call.rules.largestPage);
  const from = (page - 1) * size;
  const data = rows.slice(from, from + size);
  const paging = { total_count: rows.length, start_offset: from, end_offset: from + data.length };
  if (name === undefined) return { status: 200, body: { success: true, data, paging } };
  const isInside = call.dialect === 'dyte';
  return {
    status: 200,
    body: { success: true, data: { [name]: data, ...(isInside && { paging }) }, ...(!isInside && { paging }) },
  };
}

function numberIn(call: Call, field: string, otherwise: number): number {
  const text = call.query[field] ?? String(otherwise);
  if (!/^[1-9]\d{0,4}$/.test(text)) throw violation(`"${field}" is not a number from 1 on`);
  return Number(text);
}
