import { expect, test } from '@jest/globals';
import { shownName } from '../../src/domain/shown-name.ts';

const email = 'gina@example.com';

test.each([
  [{ name: 'Gina Grey', email }, null, 'Gina Grey'],
  [{ name: null, email }, 'Gina', 'Gina'],
  [{ name: null, email }, null, 'gina'],
  [{ name: null, email: '"a@b"@example.com' }, null, '"a@b"'],
  [{ name: null, email: null }, 'Vera', 'Vera'],
  [{ name: null, email: null }, null, 'Guest'],
])('%j seated as %j is shown as %s', (party, seated, shown) => {
  expect(shownName(party, seated)).toBe(shown);
});
