import type { Mail, Mailer, MailFault } from '../../src/ports/mailer.ts';

export interface FakeMailer extends Mailer {
  /** What arrived, in order. */
  readonly sent: readonly Mail[];
  /** The next mails meet these. An ambiguous fault keeps the mail. */
  trouble(...faults: readonly MailFault[]): void;
  /** Called while the next mail is on its way. */
  during(what: () => Promise<void>): void;
}

export function fakeMailer(): FakeMailer {
  const sent: Mail[] = [];
  const faults: MailFault[] = [];
  const meanwhile: (() => Promise<void>)[] = [];

  return {
    sent,
    trouble: (...more) => void faults.push(...more),
    during: (what) => void meanwhile.push(what),
    async send(mail) {
      await meanwhile.shift()?.();
      const fault = faults.shift();
      if (!fault || fault.ambiguous) sent.push(mail);
      if (fault) throw fault;
    },
  };
}
