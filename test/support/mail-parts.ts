import type { MailParts } from '../../src/composition/mail-outbox.ts';
import { deriveLinkKeys } from '../../src/domain/join-link.ts';
import type { MailAddress } from '../../src/domain/mail-address.ts';
import { makeUnsubscribeLinks } from '../../src/domain/unsubscribe-links.ts';
import type { Mailer } from '../../src/ports/mailer.ts';

const SECRET = ['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'] as const;

export const SENDER = 'meet@acme.example' as MailAddress;
export const HOST = 'meet.acme.org';
export const CODE_KEYS = deriveLinkKeys([...SECRET], 'guest-code');
export const unsubscribeLinks = makeUnsubscribeLinks(`https://${HOST}`, deriveLinkKeys([...SECRET], 'unsubscribe'));

/** What mails are made from in the tests; without a mailer mail is off. */
export function mailParts(mailer: Mailer | null = null): MailParts {
  return { mailer, sender: SENDER, host: HOST, unsubscribeLinks, codeKeys: CODE_KEYS };
}
