import { blockProblems } from '../../../src/sandbox/slack-simulator/blocks/block-rules.ts';
import { policyProblems } from '../../../src/sandbox/slack-simulator/blocks/message-policy.ts';
import type { Rendered } from '../../../src/slack/views/render-message.ts';

/** Strings that would ping, link, hide or turn around what is beside them, if they came through. */
export const HOSTILE: readonly string[] = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|general>',
  '<https://evil.example|click>',
  '<!date^0^{date}^https://evil.example|now>',
  '&lt;!channel&gt;',
  '`<@U1>` *bold* _it_ ~no~ ```',
  '\u202e<@U1>\u202c',
  '\u200b<\u200b!channel>',
  '>>> quote',
  '&'.repeat(150),
  '🎉'.repeat(150),
  '👨‍👩‍👧‍👦'.repeat(21),
];

/** What Slack would refuse, and what a good app would not say. */
export function problemsOf({ text, blocks }: Rendered): readonly string[] {
  const said = { text, blocks, unfurl_links: false, unfurl_media: false };
  const isTooLong = text.length > 4_000 ? ['the text is longer than 4,000 characters'] : [];
  return [
    ...blockProblems(blocks, 'message'),
    ...policyProblems(said, { private: true, takesUnfurlFlags: true }),
    ...isTooLong,
  ];
}

/** Everything in angle brackets that Slack would act on: mentions, links, dates. */
export function liveTokens({ text, blocks }: Rendered): string[] {
  return [text, ...mrkdwnOf(blocks)].flatMap((said) => said.match(/<[^<>]*>/g) ?? []);
}

function mrkdwnOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnOf);
}
