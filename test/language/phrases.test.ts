import { describe, expect, test } from '@jest/globals';
import { readRequest } from '../../src/language/read-request.ts';
import { comparable, notationOf } from './notation.ts';
import { tablesIn } from './tables.ts';

describe.each(tablesIn('phrases'))('phrases: %s', (_name, rows) => {
  test.each(rows)('$text ($line)', ({ text, now, zone, locale, expected: [time = ''] }) => {
    const reading = readRequest(text, { now, zone, locale });

    expect({ title: reading.title, time: comparable(notationOf(reading), time) }).toEqual({ title: null, time });
  });
});
