import type { Mailer } from '../../ports/mailer.ts';
import { fitMail } from './fit-mail.ts';
import type { Sender } from './sender.ts';
import { sendgridBody } from './sendgrid-body.ts';
import { faultOfSilence, faultOfStatus } from './sendgrid-faults.ts';

export interface SendgridMailerOptions {
  readonly apiKey: string;
  readonly sender: Sender;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  /** For one mail. @default 10000 */
  readonly timeoutMs?: number;
}

const ACCEPTED = 202;

/**
 * Mail by SendGrid's Web API v3. It takes mail on before it looks at the mailbox, so an address that does not exist is
 * known to SendGrid alone, in its list of bounces.
 */
export function makeSendgridMailer(options: SendgridMailerOptions): Mailer {
  const { apiKey, sender, apiUrl, fetch = globalThis.fetch, timeoutMs = 10_000 } = options;

  async function post(body: object): Promise<{ response: Response; text: string }> {
    try {
      const response = await fetch(`${apiUrl}/v3/mail/send`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // The key goes to the configured host only.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { response, text: response.status === ACCEPTED ? '' : await response.text() };
    } catch (cause) {
      throw faultOfSilence(cause);
    }
  }

  return {
    async send(mail) {
      const { response, text } = await post(sendgridBody(fitMail(mail), sender));
      if (response.status !== ACCEPTED) throw faultOfStatus(response, parsed(text));
      await response.body?.cancel();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
