import type { Addressee } from '../../domain/addressee.ts';
import type { Party } from '../../domain/invitee.ts';
import { plainLine } from '../../domain/plain-text.ts';
import { shownName } from '../../domain/shown-name.ts';

/** Ten names, each letter escaped to at most five, still fit into a section of 3,000 characters. */
const LONGEST_NAME = 40;

/** Makes a person's words safe in Slack's mrkdwn: nobody is pinged and no link is made. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same of several lines, cut so that no more than so many characters come out. */
export function escapedWithin(text: string, longest: number): string {
  let escaped = '';
  for (const letter of text) {
    const next = escapeMrkdwn(letter);
    if (escaped.length + next.length >= longest) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}

export function mention(user: string): string {
  return `<@${user}>`;
}

/** Slack shows the channel's name to those who may see it. */
export function channelMention(channel: string): string {
  return `<#${channel}>`;
}

/** Slack shows the group's handle; of its members it tells only those who read the message. */
export function groupMention(group: string): string {
  return `<!subteam^${group}>`;
}

/** Somebody in Slack, or a guest by name or address: for those who may change who is invited. */
export function partyText({ user, name, email }: Party): string {
  return user ? mention(user) : escapeMrkdwn(plainLine(name ?? email ?? 'a guest', LONGEST_NAME));
}

/** The same, and channels and groups by their names. */
export function addresseeText(who: Addressee): string {
  if ('group' in who) return groupMention(who.group);
  return 'channel' in who ? channelMention(who.channel) : partyText(who);
}

/** The same for the other invitees, who are told no guest's address. */
export function guestsNamedText(party: Party): string {
  return partyText({ ...party, email: null, name: shownName(party) });
}

/** `<@A>, <@B> and 3 more`, so that 200 people still fit into a message. */
export function partiesText(parties: readonly Addressee[], most = 15): string {
  const shown = parties.slice(0, most).map(addresseeText).join(', ');
  const more = parties.length - most;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** Names as they were typed: `“joe”, “@mary ann”`. */
export function quoted(names: readonly string[], most = 10): string {
  const shown = names.slice(0, most).map((name) => `“${escapeMrkdwn(plainLine(name, LONGEST_NAME))}”`);
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
}
