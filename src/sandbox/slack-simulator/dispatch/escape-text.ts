import type { Conversation, Workspace } from '../state/workspace.ts';

/**
 * What Slack makes of typed text with `should_escape`: names become ids, addresses get angle brackets, and `&`, `<`,
 * `>` are escaped. Names that nobody has stay as they are.
 *
 * @param user who types: a private channel that they are not in stays plain
 */
export function escapeTyped(workspace: Workspace, user: string, typed: string): string {
  const parts = [...typed.matchAll(TOKENS)];
  const ends = parts.map((part) => part.index + part[0].length);
  const before = parts.map((part, index) => escapeControls(typed.slice(ends[index - 1] ?? 0, part.index)));
  return (
    parts.map((part, index) => before[index] + token(workspace, user, part[0])).join('') +
    escapeControls(typed.slice(ends.at(-1) ?? 0))
  );
}

const URL_FORM = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/;
const EMAIL_FORM = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/;
const DOMAIN_FORM = /(?<![\w@.-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|io|dev)\b(?:\/[^\s<>|]*)?/;
const NAME_FORM = /(?<![\w@])[@#][\p{L}\p{N}][\p{L}\p{N}._-]*/u;
const TOKENS = new RegExp([URL_FORM, EMAIL_FORM, DOMAIN_FORM, NAME_FORM].map(({ source }) => source).join('|'), 'gu');

function token(workspace: Workspace, user: string, typed: string): string {
  if (typed.startsWith('@') || typed.startsWith('#')) return mention(workspace, user, typed);
  const safe = escapeControls(typed);
  if (/^https?:/.test(typed)) return `<${safe}>`;
  return typed.includes('@') ? `<mailto:${safe}|${safe}>` : `<http://${safe}|${safe}>`;
}

/** Names may contain dots and hyphens, and a sentence may end behind one: the longest known name wins. */
function mention(workspace: Workspace, user: string, typed: string): string {
  const find = typed.startsWith('@') ? person : channel;
  for (
    let end = typed.length;
    end > 1;
    end = Math.max(...['.', '-', '_'].map((mark) => typed.lastIndexOf(mark, end - 1)))
  ) {
    const found = find(workspace, typed.slice(1, end).toLowerCase(), user);
    if (found) return found + typed.slice(end);
  }
  return typed;
}

function person(workspace: Workspace, name: string): string | null {
  if (['here', 'channel', 'everyone'].includes(name)) return `<!${name}>`;
  const someone = [...workspace.people.values()].find((candidate) => candidate.name.toLowerCase() === name);
  if (someone) return `<@${someone.id}|${someone.name}>`;
  const group = workspace.userGroups.find(({ handle }) => handle.toLowerCase() === name);
  return group ? `<!subteam^${group.id}|@${group.handle}>` : null;
}

function channel(workspace: Workspace, name: string, user: string): string | null {
  const isReachable = ({ kind, members }: Conversation) =>
    kind === 'public' || (kind === 'private' && members.has(user));
  const found = [...workspace.conversations.values()].find(
    (candidate) => candidate.name === name && isReachable(candidate),
  );
  if (!found) return null;
  return found.kind === 'private' ? `<#${found.id}|>` : `<#${found.id}|${found.name}>`;
}

function escapeControls(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
