import { expect, test } from '@jest/globals';
import { folded } from '../../src/language/folded.ts';

test.each([
  ['après-midi', 'apres-midi'],
  ['übermorgen', 'ubermorgen'],
  ['środę', 'srode'],
  ['wtorek łódź', 'wtorek lodz'],
  ['п’ятницю', "п'ятницю"],
  ['thứ hai', 'thu hai'],
  ['１４：３０〜１５', '14:30~15'],
  ['火・木、', '火/木,'],
  ['月曜で', '月曜で'],
  ['내일', '내일'],
])('%s folds to %s of the same length', (text, plain) => {
  expect(folded(text)).toBe(plain);
  expect(plain).toHaveLength(text.length);
});
