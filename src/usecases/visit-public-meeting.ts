import { cardOccurrence } from '../domain/answers.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { plainLine } from '../domain/plain-text.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { LONGEST_VISITOR_NAME, MOST_VISITORS, visitorIdFor, visitorOf } from '../domain/visitor.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

export type VisitProblem =
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'not-public' }
  | { readonly kind: 'name-needed' }
  | { readonly kind: 'too-many-visitors' };

/**
 * Gives whoever has the shared link of a public meeting a seat and a personal link of their own.
 *
 * @param link the last part of a public link
 * @param page a mark of the page that was filled in: the same one twice is the same visitor
 * @returns the address of the visitor's own link
 */
export type VisitPublicMeeting = (link: string, name: string, page: string) => Promise<Result<string, VisitProblem>>;

export function makeVisitPublicMeeting(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly links: JoinLinks;
}): VisitPublicMeeting {
  const { meetings, seats, links } = deps;

  return async (link, typedName, page) => {
    const id = links.readPublic(link);
    const meeting = id && (await meetings.find(id));
    if (!meeting) return refuse({ kind: 'unknown-link' });
    if (meeting.access !== 'public' || meeting.status !== 'scheduled') return refuse({ kind: 'not-public' });
    const name = plainLine(typedName, LONGEST_VISITOR_NAME);
    if (name === '') return refuse({ kind: 'name-needed' });

    const visitor = visitorIdFor(id, page);
    const others = (await seats.ofMeeting(id)).filter((seat) => seat.isVisitor && seat.invitee !== visitor);
    if (others.length >= MOST_VISITORS) return refuse({ kind: 'too-many-visitors' });
    const occurrence = cardOccurrence(meeting);
    await seats.change(id, occurrence, visitor, () => ({ isVisitor: true, name }));
    return ok(links.urlFor(meeting, visitorOf(await seats.get(id, occurrence, visitor))));
  };
}
