import { describe, expect, test } from '@jest/globals';
import { readRequest } from '../../src/language/read-request.ts';
import { comparable, notationOf, peopleText } from './notation.ts';
import { tablesIn } from './tables.ts';

describe.each(tablesIn('commands'))('commands: %s', (_name, rows) => {
  test.each(rows)('$text ($line)', ({ text, now, zone, locale, expected: [title = '', time = '', people = ''] }) => {
    const reading = readRequest(text, { now, zone, locale });

    const read = [reading.title ?? '-', comparable(notationOf(reading), time), peopleText(reading) || '-'];
    expect(read).toEqual([title, time, people || '-']);
  });
});
