import { isRecord } from './rules.ts';

/** What is looked at when something is said: an argument list, an acknowledgement, a file's comment. */
export interface Said {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
  readonly unfurl_links?: unknown;
  readonly unfurl_media?: unknown;
}

/** `private`: a direct message, or an answer that one person sees. `asked`: whether Slack takes the unfurl flags here. */
export interface Audience {
  readonly private: boolean;
  readonly takesUnfurlFlags: boolean;
}

const JOIN_LINK = /\/j\/\w/;
const BROADCAST = /<!(channel|here|everyone|group)(\|[^>]*)?>/;

/** What Slack would let pass and a good app would not do. */
export function policyProblems(said: Said, audience: Audience): readonly string[] {
  const texts = [said.text, ...stringsOf(said.blocks, isLiveText)].filter((text) => typeof text === 'string');
  const all = [...texts, ...stringsOf(said.blocks, () => true)];
  const hasLink = all.some((text) => JOIN_LINK.test(text));
  const isQuiet = said.unfurl_links === false && said.unfurl_media === false;
  const problems = {
    'blocks without text': Array.isArray(said.blocks) && said.blocks.length > 0 && !said.text,
    'a join link where others see it': hasLink && !audience.private,
    'a join link without unfurl_links: false and unfurl_media: false': hasLink && audience.takesUnfurlFlags && !isQuiet,
    'a link in metadata': stringsOf(said.metadata, () => true).some((text) => /https?:\/\/|\/j\/\w/.test(text)),
    'mrkdwn whose plain addresses would become links': stringsOf(said.blocks, isUnguarded).length > 0,
    'a broadcast to everybody': texts.some((text) => BROADCAST.test(text)),
  };
  return Object.entries(problems).flatMap(([problem, isThere]) => (isThere ? [problem] : []));
}

export function holdsJoinLink(text: string): boolean {
  return JOIN_LINK.test(text);
}

/** Only mrkdwn is read for mentions; plain_text shows them as they are. */
function isLiveText(parent: Readonly<Record<string, unknown>>, name: string): boolean {
  return parent['type'] === 'mrkdwn' && name === 'text';
}

/** Without `verbatim` Slack makes links of plain addresses and names that people typed. */
function isUnguarded(parent: Readonly<Record<string, unknown>>, name: string): boolean {
  return isLiveText(parent, name) && parent['verbatim'] !== true;
}

function stringsOf(
  value: unknown,
  wanted: (parent: Readonly<Record<string, unknown>>, name: string) => boolean,
): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => stringsOf(entry, wanted));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    typeof field === 'string' ? (wanted(value, name) ? [field] : []) : stringsOf(field, wanted),
  );
}
