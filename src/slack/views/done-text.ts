import { lengthText } from '../../domain/english-length.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { occurrenceOf } from '../../domain/occurrence.ts';
import type { Done } from '../../usecases/do-deed.ts';
import type { Scope } from '../../usecases/move-meeting.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import { leftText } from './left-text.ts';
import { momentText, whenText } from './moment-text.ts';
import { channelMention, escapeMrkdwn, groupMention, mention, partiesText, quoted } from './mrkdwn.ts';

/** What became of a verb, for whoever asked for it. */
export function doneText(done: Done, reader: Reader): string {
  const left = done.left.length > 0 ? ` ${leftText(done.left)}` : '';
  return `${deedText(done, reader)}${left}${unknownText(done)}`;
}

/** Who was typed with an @, besides those whom it was done for. */
function unknownText({ deed }: Done): string {
  const names = ('unresolved' in deed && deed.unresolved) || [];
  if (names.length === 0) return '';
  return ` I found nobody called ${quoted(names)}. Please pick people from the list that Slack shows after you type @.`;
}

function deedText({ deed, meeting, occurrence, after }: Done, reader: Reader): string {
  const title = `“${escapeMrkdwn(meeting.title)}”`;
  switch (deed.kind) {
    case 'move': {
      const { startsAt, length, scope } = deed;
      const endsAt = startsAt.plus(length);
      const isSame = startsAt.equals(occurrence.startsAt) && endsAt.equals(occurrence.endsAt);
      if (isSame && scope === 'this') return `${title} is at that time already. Nothing was changed.`;
      const what = meeting.series ? `${title} (${OF_SERIES[scope]})` : title;
      const isSameStart = startsAt.toMillis() === occurrence.startsAt.toMillis();
      const change = isSameStart
        ? `now takes ${lengthText(startsAt, endsAt)}: ${whenText(startsAt, endsAt, reader)}`
        : `is moved: ${momentText(occurrence.startsAt, reader)} → ${whenText(startsAt, endsAt, reader)}`;
      return `${what} ${change}. ${isSameStart ? IN_INVITATIONS : 'Everyone will be told.'}`;
    }
    case 'cancel': {
      const what = meeting.series ? `${title} (${OF_SERIES[deed.scope]})` : title;
      return `${what} is cancelled: ${momentText(occurrence.startsAt, reader)}. Everyone will be told${deed.reason.trim() ? ', with your reason' : ''}.`;
    }
    case 'extend': {
      const run = occurrenceOf(after, deed.occurrence) ?? occurrence;
      return `${title} now goes on until ${momentText(run.endsAt, reader)}. ${IN_INVITATIONS}`;
    }
    case 'end':
      return `${title} is ended for everybody. Nobody can come in any more, unless a host opens it again by joining.`;
    case 'hand-over':
      return `${mention(after.organizer)} is in charge of ${title} now. ${IN_INVITATIONS}`;
    case 'add':
    case 'remove':
    case 'people':
      return peopleText(title, meeting, after);
  }
}

/** What makes no sound: only another start does. */
const IN_INVITATIONS = 'Everyone’s invitation says so.';

const OF_SERIES: Readonly<Record<Scope, string>> = {
  this: 'this one only',
  following: 'this and all following',
  all: 'all that are to come',
};

/** What differs between two states of a meeting's people. */
function peopleText(title: string, before: Meeting, after: Meeting): string {
  const was = new Map(before.invitees.map((one) => [one.id, one]));
  const is = new Set(after.invitees.map(({ id }) => id));
  const added = after.invitees.filter(({ id }) => !was.has(id));
  const gone = before.invitees.filter(({ id }) => !is.has(id));
  const stayed = after.invitees.flatMap((one) => {
    const old = was.get(one.id);
    return old ? [{ one, old }] : [];
  });
  const hosts = stayed.filter(({ one, old }) => one.role === 'host' && old.role !== 'host').map(({ one }) => one);
  const guests = stayed.filter(({ one, old }) => one.role === 'guest' && old.role !== 'guest').map(({ one }) => one);
  const linked = stayed.filter(({ one, old }) => one.linkVersion !== old.linkVersion).map(({ one }) => one);
  const parts = [
    ...audienceTexts(title, before, after),
    ...(added.length > 0 ? [`${partiesText(added)} ${are(added)} invited to ${title}.`] : []),
    ...(gone.length > 0
      ? [
          `${partiesText(gone)} ${are(gone)} removed from ${title}; ${gone.length === 1 ? 'their link no longer works' : 'their links no longer work'}.`,
        ]
      : []),
    ...(hosts.length > 0 ? [`${partiesText(hosts)} ${are(hosts)} now host of ${title}.`] : []),
    ...(guests.length > 0 ? [`${partiesText(guests)} ${are(guests)} now guest of ${title}.`] : []),
    ...(linked.length > 0 ? [`${partiesText(linked)} will get a new link; the old one no longer works.`] : []),
  ];
  if (parts.length === 0) return `${title} is as you want it already. Nothing was changed.`;
  return `${parts.join(' ')}${added.length + gone.length > 0 ? ' They will be told.' : ''}`;
}

/** Groups are followed, and a channel has one message for all. */
function audienceTexts(title: string, before: Meeting, after: Meeting): string[] {
  const channelsOf = ({ channels }: Meeting) => channels.map(({ id }) => id);
  const only = (here: readonly string[], there: readonly string[]) => here.filter((one) => !there.includes(one));
  const [was, is] = [channelsOf(before), channelsOf(after)];
  return [
    ...only(after.groups, before.groups).map((id) => `${groupMention(id)} is invited to ${title}.`),
    ...only(before.groups, after.groups).map((id) => `${groupMention(id)} is removed from ${title}.`),
    ...only(is, was).map((id) => `${channelMention(id)} gets a message of ${title} with a button to join.`),
    ...only(was, is).map((id) => `${channelMention(id)} is removed from ${title}.`),
  ];
}

function are(people: readonly unknown[]): string {
  return people.length === 1 ? 'is' : 'are';
}
