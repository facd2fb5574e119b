import { expect, test } from '@jest/globals';
import { html } from '../../src/html/html.ts';

test('escapes text, keeps markup, joins lists and leaves out null', () => {
  const items = ['<b>', '"\'`&'].map((text) => html`<li title="${text}">${text}</li>`);

  expect(html`<ul>${items}</ul>${null}${3}`.markup).toBe(
    '<ul><li title="&#60;b&#62;">&#60;b&#62;</li><li title="&#34;&#39;&#96;&#38;">&#34;&#39;&#96;&#38;</li></ul>3',
  );
});
