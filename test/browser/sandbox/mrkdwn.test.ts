import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMrkdwn, parsePlainText, type Token } from '../../../src/browser/sandbox/mrkdwn.ts';

const text = (written: string): Token => ({ kind: 'text', text: written });
const emphasis = (style: 'bold' | 'italic' | 'strike', ...children: Token[]): Token => ({
  kind: 'emphasis',
  style,
  children,
});

describe('mrkdwn', () => {
  test.each<[string, Token[]]>([
    ['plain', [text('plain')]],
    ['', []],
    ['*bold* and _italic_', [emphasis('bold', text('bold')), text(' and '), emphasis('italic', text('italic'))]],
    ['~gone~', [emphasis('strike', text('gone'))]],
    ['*bold _both_*', [emphasis('bold', text('bold '), emphasis('italic', text('both')))]],
    ['2*3*4', [text('2*3*4')]],
    ['snake_case_name', [text('snake_case_name')]],
    ['* not bold *', [text('* not bold *')]],
    ['*open', [text('*open')]],
    ['**', [text('**')]],
    ['`*code*`', [{ kind: 'code', text: '*code*' }]],
    ['a ```\nlet x = "<b>";\n``` b', [text('a '), { kind: 'code-block', text: 'let x = "<b>";' }, text(' b')]],
    ['one\ntwo', [text('one'), { kind: 'break' }, text('two')]],
    [
      'before\n&gt; one\n&gt; two\nafter',
      [text('before'), { kind: 'quote', children: [text('one'), { kind: 'break' }, text('two')] }, text('after')],
    ],
    [':tada: :no_such_thing:', [{ kind: 'emoji', name: 'tada', character: '🎉' }, text(' :no_such_thing:')]],
    ['at 10:30:15', [text('at 10:30:15')]],
    ['&lt;b&gt; &amp;amp;', [text('<b> &amp;')]],
  ])('%j', (written, tokens) => {
    expect(parseMrkdwn(written)).toEqual(tokens);
  });
});

describe('references', () => {
  test.each<[string, Token]>([
    [
      '<https://a.example/x?a=1&amp;b=2|*here*>',
      { kind: 'link', href: 'https://a.example/x?a=1&b=2', label: '*here*' },
    ],
    ['<https://a.example>', { kind: 'link', href: 'https://a.example', label: 'https://a.example' }],
    ['<mailto:ann@a.example>', { kind: 'link', href: 'mailto:ann@a.example', label: 'ann@a.example' }],
    ['<@U0ALICE00>', { kind: 'user', id: 'U0ALICE00', label: null }],
    ['<@U0ALICE00|alice>', { kind: 'user', id: 'U0ALICE00', label: 'alice' }],
    ['<#C0TEAM000|team>', { kind: 'channel', id: 'C0TEAM000', label: 'team' }],
    ['<!subteam^S0ENG0000|@eng>', { kind: 'group', label: '@eng' }],
    ['<!here|somebody else>', { kind: 'group', label: '@here' }],
    [
      '<!date^1772524800^{date_short_pretty} at {time}|3 March &amp; so on>',
      {
        kind: 'date',
        seconds: 1772524800,
        format: '{date_short_pretty} at {time}',
        href: null,
        fallback: '3 March & so on',
      },
    ],
    [
      '<!date^1772524800^{date}^https://a.example|then>',
      { kind: 'date', seconds: 1772524800, format: '{date}', href: 'https://a.example', fallback: 'then' },
    ],
  ])('%s', (written, token) => {
    expect(parseMrkdwn(written)).toEqual([token]);
  });

  test('keep the emphasis around them', () => {
    const link: Token = { kind: 'link', href: 'https://a.example', label: 'x_y_z' };
    expect(parseMrkdwn('*<https://a.example|x_y_z>*')).toEqual([emphasis('bold', link)]);
  });
});

describe('hostile text', () => {
  test.each([
    '<javascript:alert(1)|click>',
    '<JaVaScRiPt:alert(1)>',
    '<data:text/html,<script>alert(1)</script>|x>',
    '<vbscript:x|y>',
    '<//evil.example|x>',
    '<img src=x onerror=alert(1)>',
    '<!date^1772524800^{date}>',
    '<!date^nonsense^{date}|x>',
    '<@U0ALICE00"onclick=x>',
    '<script>alert(1)</script>',
  ])('%s stays text', (written) => {
    expect(parseMrkdwn(written)).toEqual([text(written)]);
  });

  test('a date links to web addresses only', () => {
    expect(parseMrkdwn('<!date^1772524800^{date}^javascript:alert(1)|then>')).toEqual([
      { kind: 'date', seconds: 1772524800, format: '{date}', href: null, fallback: 'then' },
    ]);
  });

  test('every link in any text is a web or mail address', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '|',
      '*',
      '_',
      '`',
      '```',
      '\n',
      '&lt;',
      'javascript:',
      'https://a',
      '!date^1^{x}^',
      '@U1',
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (written) => {
        for (const href of linksIn(parseMrkdwn(written.join('')))) expect(href).toMatch(/^(https?:|mailto:|webcal:)/);
      }),
    );
  });

  test.each(['*a ', '*a* ', '_*~', '<', '```', '`', ':a', '&gt; *', '<https://a|*'])(
    '40,000 characters of %j are read at once',
    (piece) => {
      const before = performance.now();
      parseMrkdwn(piece.repeat(40_000 / piece.length));
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );
});

test('plain text knows emoji and nothing else', () => {
  expect(parsePlainText(':wave: *<@U0ALICE00>* &amp;')).toEqual([
    { kind: 'emoji', name: 'wave', character: '👋' },
    text(' *<@U0ALICE00>* &amp;'),
  ]);
});

function linksIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if ('children' in token) return linksIn(token.children);
    return 'href' in token && token.href !== null ? [token.href] : [];
  });
}
