export interface MailSimulatorFault {
  /** What the client has just said. `data` is the end of the mail itself. */
  readonly at: 'connect' | 'mail' | 'rcpt' | 'data';
  /** How many mails meet it; 1 unless given. */
  readonly times?: number;
  readonly play: /** Refused; nothing is kept. `enhanced` as in RFC 3463, such as 5.1.1. */
    | { readonly kind: 'reply'; readonly status: number; readonly enhanced?: string }
    /** The connection is cut in place of an answer; nothing is kept. */
    | { readonly kind: 'cut' }
    /** At `data` only: the mail is kept, and the connection is cut in place of an answer. */
    | { readonly kind: 'cut-after' }
    /** Never answered; nothing is kept. */
    | { readonly kind: 'silent' }
    /** Answered as usual, but late, in real milliseconds. */
    | { readonly kind: 'slow'; readonly ms: number };
}

export type Play = MailSimulatorFault['play'];

export interface MailFaults {
  add(fault: MailSimulatorFault): void;
  /** What happens at this place now, first come first served; null for nothing. */
  next(at: MailSimulatorFault['at']): Play | null;
}

export function makeMailFaults(): MailFaults {
  const waiting: { readonly fault: MailSimulatorFault; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    next(at) {
      const index = waiting.findIndex(({ fault }) => fault.at === at);
      const entry = waiting[index];
      if (entry === undefined) return null;
      entry.left -= 1;
      if (entry.left <= 0) waiting.splice(index, 1);
      return entry.fault.play;
    },
  };
}
