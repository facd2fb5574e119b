import type { Delivery, Outcome } from '../domain/delivery.ts';
import { type MailAddress, readMailAddress } from '../domain/mail-address.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Seat, Unreached } from '../domain/seat.ts';
import { type Mail, type Mailer, MailFault } from '../ports/mailer.ts';
import { afterFault } from './after-fault.ts';
import type { StillMine } from './hold-claim.ts';
import type { ReachPerson } from './reach-person.ts';

/** The organizer hears that a mail did not go out yet after this many tries; it is tried further. */
const TRIES_BEFORE_TELLING = 5;

const ADDRESS_GONE = 'mail-refused-address';

/** What is to be mailed to one person. */
export interface MailErrand {
  readonly meeting: Meeting;
  /** Where it is noted that they could not be reached. */
  readonly seat: Seat;
  readonly delivery: Delivery;
  /** Of a reminder's failure nobody is told unless the address is gone: one that comes late is none. */
  readonly what: Extract<Unreached['what'], 'mail' | 'code' | 'reminder'>;
  /** Not yet trusted. */
  readonly address: string | null;
  readonly mailTo: (address: MailAddress) => Mail;
  /** Records that it is out. */
  readonly sent: () => Promise<void>;
}

export type ReachByMail = (errand: MailErrand, stillMine: StillMine) => Promise<Outcome>;

/**
 * Sends one mail, and notes for the organizer where it cannot be done. An answer that was lost cannot be looked up: then
 * it is sent again under the same Message-ID, by which mail servers and programs know it.
 *
 * @param deps.mailer null where mail is off
 */
export function makeReachByMail(deps: {
  readonly mailer: Mailer | null;
  readonly reachPerson: Pick<ReachPerson, 'note'>;
}): ReachByMail {
  const { mailer, reachPerson } = deps;

  return async (errand, stillMine) => {
    const { delivery, mailTo, sent } = errand;
    const address = readMailAddress(errand.address ?? '');
    if (!mailer) return giveUp(errand, 'mail-off');
    if (!address) return giveUp(errand, 'no-address');
    try {
      const mail = mailTo(address);
      await stillMine();
      await mailer.send(mail);
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      if (error.kind === 'refused-address' || error.kind === 'refused') return giveUp(errand, `mail-${error.kind}`);
      if (error.kind === 'unauthorized' || delivery.attempts >= TRIES_BEFORE_TELLING) {
        await note(errand, error.code, false);
      }
      return afterFault(error);
    }
    await sent();
    return { kind: 'done' };
  };

  async function giveUp(errand: MailErrand, reason: string): Promise<Outcome> {
    await note(errand, reason, true);
    return { kind: errand.what === 'reminder' ? 'dropped' : 'parked', reason };
  }

  async function note({ meeting, seat, what }: MailErrand, reason: string, final: boolean): Promise<void> {
    if (what === 'reminder' && reason !== ADDRESS_GONE) return;
    await reachPerson.note({ meeting, seat, lacking: () => what }, reason, final);
  }
}
