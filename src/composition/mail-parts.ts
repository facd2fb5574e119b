import type { Duration } from 'luxon';
import type { Config } from '../config.ts';
import type { LinkKeys, LinkPurpose } from '../domain/join-link.ts';
import { makeUnsubscribeLinks } from '../domain/unsubscribe-links.ts';
import type { MailParts } from './mail-outbox.ts';
import { openMailer } from './mailer.ts';

/** @param mayTake how long sending one mail may take */
export function mailParts(config: Config, keysFor: (purpose: LinkPurpose) => LinkKeys, mayTake: Duration): MailParts {
  const { transport } = config.mail;
  const { publicUrl } = config.server;
  return {
    mailer: openMailer(transport, mayTake),
    sender: transport?.from.address ?? null,
    host: new URL(publicUrl).hostname,
    unsubscribeLinks: makeUnsubscribeLinks(publicUrl, keysFor('unsubscribe')),
    codeKeys: keysFor('guest-code'),
  };
}
