import type { DateTime } from 'luxon';
import type { AgendaPlace, Seat } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { AgendaShown } from './agenda-for.ts';
import type { LookAtStanding } from './look-at-standing.ts';

/** An agenda that stands in somebody's conversation. */
export type SentAgenda = Pick<AgendaPlace, 'channel' | 'ts' | 'day'>;

/** In which agendas a run stands is kept in its seat, so that the run's own plan sees when they have to be edited. */
export interface AgendaPlaces {
  note(shown: readonly AgendaShown[], agenda: SentAgenda): Promise<void>;
  /** Has those planned anew that changed while the agenda was on its way. */
  check(shown: readonly AgendaShown[]): Promise<void>;
}

export function makeAgendaPlaces(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly lookAtStanding: LookAtStanding;
  readonly clock: Clock;
}): AgendaPlaces {
  const { meetings, seats, lookAtStanding, clock } = deps;

  return {
    async note(shown, agenda) {
      for (const one of shown) {
        const { meeting, occurrence, invitee } = one;
        await seats.change(meeting.id, occurrence.key, invitee.id, (seat) => ({
          agendas: [...withoutAgenda(seat, agenda), placeOf(one, agenda, clock.now())],
        }));
      }
    },

    async check(shown) {
      for (const { meeting, occurrence, invitee } of shown) {
        const look = await lookAtStanding({ meeting: meeting.id, occurrence: occurrence.key, invitee: invitee.id });
        if (look && look.staleAgendas.length > 0) await meetings.replan(meeting.id, clock.now());
      }
    },
  };
}

export function placeOf({ occurrence, invitee }: AgendaShown, agenda: SentAgenda, at: DateTime): AgendaPlace {
  const { channel, ts, day } = agenda;
  return { channel, ts, day, at, startsAt: occurrence.startsAt, linkVersion: invitee.linkVersion };
}

export function withoutAgenda({ agendas }: Seat, { ts }: SentAgenda): readonly AgendaPlace[] {
  return agendas.filter((one) => one.ts !== ts);
}
