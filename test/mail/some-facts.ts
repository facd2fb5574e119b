import { DateTime } from 'luxon';
import type { MeetingFacts } from '../../src/mail/meeting-facts.ts';

export const JOIN_URL = 'https://meet.acme.org/j/m1.i1.1.mac?s=0';

/** A moment on Berlin's clock, for somebody who reads 24 hours. */
export function at(local: string): DateTime {
  return DateTime.fromISO(local, { zone: 'Europe/Berlin', locale: 'en-GB' });
}

export function someFacts(): MeetingFacts {
  return {
    title: 'Quarterly planning',
    startsAt: at('2026-02-11T09:00'),
    endsAt: at('2026-02-11T09:30'),
    organizerName: 'Ann Adler',
    workspaceName: 'Acme',
    repeats: null,
    host: 'meet.acme.org',
  };
}
