import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Mailer, MailFault } from '../../src/ports/mailer.ts';
import type { SimAddress } from '../../src/sandbox/mail-simulator/sim-mail.ts';
import { aMail, CALENDAR_FILE, mailAddress } from '../support/a-mail.ts';

/** What the other side took on, however it was told. */
export interface ArrivedMail {
  readonly envelopeTo: readonly string[];
  readonly messageId: string;
  readonly from: readonly SimAddress[];
  readonly to: readonly SimAddress[];
  readonly replyTo: readonly SimAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
  readonly attachments: readonly { filename: string; contentType: string; content: string }[];
  /** Of those that only some mails have. */
  readonly moreHeaders: Readonly<Record<string, string>>;
}

export interface OpenedMailer {
  /** Its sender is `Convene <meet@acme.org>`. */
  readonly mailer: Mailer;
  /** The same, but waits for an answer only as long as a test can. */
  readonly hurried: Mailer;
  arrived(): readonly ArrivedMail[];
  /** What the other side does with the next mail. */
  next(trouble: Trouble): void;
  close(): Promise<void>;
}

export type Trouble = 'busy' | 'no-such-mailbox' | 'bad-mail' | 'bad-sender' | 'cut-before' | 'cut-after' | 'silent';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a line break', 'Plans\r\nBcc: evil@example.org\r\n\r\n<b>body</b>'],
  ['a bare CR', 'Plans\rBcc: evil@example.org'],
  ['a bare LF', 'Plans\nBcc: evil@example.org'],
  ['Unicode line ends', 'Plans\u2028Bcc: evil@example.org\u2029\u0085x'],
  ['NUL and BEL', 'Plans\u0000\u0007'],
  ['quotes', 'Bob "B" Smith"'],
  ['an address in quotes', '"x" <evil@example.org>'],
  ['an open angle bracket', '<evil@example.org'],
  ['commas and semicolons', 'a, evil@example.org; b@example.org'],
  ['a group', 'Friends: evil@example.org;'],
  ['a comment', '(evil) @ (comment'],
  ['a backslash at the end', 'Ann\\'],
  ['an encoded word', '=?utf-8?q?Bcc:_evil=40example.org?='],
  ['other alphabets', '会議 · Совещание · اجتماع 🎉'],
  ['text that turns around', 'Ann \u202Emoc.live\u202C'],
  ['half a character', 'Plans \ud800'],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 emoji', '🎉'.repeat(10_000)],
  ['a percent and a brace', '%s {{name}}'],
  ['nothing', ''],
];

/** What every `Mailer` does, whatever takes its mails on. */
export function describeMailer(name: string, open: () => Promise<OpenedMailer>): void {
  describe(`${name}, as a mailer`, () => {
    let opened: OpenedMailer;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('delivers an invitation with all of its parts, the calendar file twice and byte for byte', async () => {
      await opened.mailer.send(aMail());

      expect(opened.arrived()).toEqual([
        {
          envelopeTo: ['gina@example.com'],
          messageId: '<k7f3q@meet.acme.org>',
          from: [{ name: 'Ann (via Convene)', address: 'meet@acme.org' }],
          to: [{ name: '', address: 'gina@example.com' }],
          replyTo: [{ name: 'Ann', address: 'ann@acme.org' }],
          subject: 'Invitation: Stand-up · 会議 🎉',
          text: aMail().text,
          html: aMail().html,
          calendar: { method: 'REQUEST', content: CALENDAR_FILE },
          attachments: [{ filename: 'stand-up.ics', contentType: 'application/ics', content: CALENDAR_FILE }],
          moreHeaders: {},
        },
      ]);
    });

    test('delivers a mail that has words alone, in the name of the settings', async () => {
      await opened.mailer.send(aMail({ calendar: null, senderName: null, replyTo: null }));

      expect(opened.arrived()).toMatchObject([
        { from: [{ name: 'Convene', address: 'meet@acme.org' }], replyTo: [], calendar: null, attachments: [] },
      ]);
    });

    test('lets a reminder be unsubscribed from with one press', async () => {
      const unsubscribeUrl = `https://meet.acme.org/unsubscribe/${'x'.repeat(300)}`;
      await opened.mailer.send(aMail({ unsubscribeUrl, calendar: null }));

      expect(opened.arrived()[0]?.moreHeaders).toEqual({
        'auto-submitted': 'auto-generated',
        'list-unsubscribe': `<${unsubscribeUrl}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      });
    });

    test.each(HOSTILE)('%s in a title or a name stays in its line', async (_, text) => {
      await opened.mailer.send(
        aMail({
          subject: `Invitation: ${text}`,
          senderName: `${text} (via Convene)`,
          replyTo: { name: text, address: mailAddress('ann@acme.org') },
        }),
      );

      const [mail] = opened.arrived();
      expect(mail).toMatchObject({
        envelopeTo: ['gina@example.com'],
        from: [{ address: 'meet@acme.org' }],
        to: [{ name: '', address: 'gina@example.com' }],
        replyTo: [{ address: 'ann@acme.org' }],
        text: aMail().text,
        moreHeaders: {},
      });
      expect(mail?.subject).toMatch(/^Invitation:/);
      expect([...(mail?.subject ?? '')].length).toBeLessThanOrEqual(250);
      expect(`${mail?.subject}${mail?.from[0]?.name}${mail?.replyTo[0]?.name}`).not.toMatch(
        /[\p{Cc}\u2028\u2029\u202e]/u,
      );
    });

    test.each(["o'brien+meet@example.com", 'a-b_c=d&e~f#g*h/i@sub.example.com', 'gina@bücher.example'])(
      'delivers to %s and nobody else',
      async (address) => {
        await opened.mailer.send(aMail({ to: mailAddress(address) }));

        expect(opened.arrived()).toMatchObject([
          { envelopeTo: [mailAddress(address)], to: [{ name: '', address: mailAddress(address) }] },
        ]);
      },
    );

    test.each<[Trouble, object]>([
      ['busy', { retryable: true, ambiguous: false }],
      ['no-such-mailbox', { kind: 'refused-address', retryable: false, ambiguous: false }],
      ['bad-mail', { kind: 'refused', retryable: false, ambiguous: false }],
      ['bad-sender', { kind: 'unauthorized', retryable: false, ambiguous: false }],
    ])('says what became of a mail when the other side answers "%s"', async (trouble, fault) => {
      opened.next(trouble);

      expect(await faultOf(opened.mailer.send(aMail()))).toMatchObject(fault);
      expect(opened.arrived()).toEqual([]);

      await opened.mailer.send(aMail());
      expect(opened.arrived()).toHaveLength(1);
    });

    test.each<[Trouble, number]>([
      ['cut-before', 0],
      ['cut-after', 1],
      ['silent', 0],
    ])('does not know whether a mail arrived when there is no answer to it: %s', async (trouble, arrived) => {
      opened.next(trouble);

      expect(await faultOf(opened.hurried.send(aMail()))).toMatchObject({
        kind: 'unavailable',
        retryable: true,
        ambiguous: true,
      });
      expect(opened.arrived()).toHaveLength(arrived);
    });

    test('knows that nothing arrived where nobody listens', async () => {
      await opened.close();

      expect(await faultOf(opened.mailer.send(aMail()))).toMatchObject({ kind: 'unavailable', ambiguous: false });
    });

    test.each([
      ['another method than its file', { calendar: { method: 'CANCEL', filename: 'a.ics', content: CALENDAR_FILE } }],
      ['a file without a method', { calendar: { method: 'REQUEST', filename: 'a.ics', content: 'BEGIN:VCALENDAR' } }],
      ['a strange filename', { calendar: { method: 'REQUEST', filename: 'a"\r\n.ics', content: CALENDAR_FILE } }],
      ['a message id of two lines', { messageId: 'a@b\r\nBcc: c@d.org' }],
      ['a message id without a host', { messageId: 'abc' }],
      ['an unsubscribe address that is none', { unsubscribeUrl: 'javascript:alert(1)' }],
    ] as const)('never sends %s', async (_, changes) => {
      await expect(opened.mailer.send(aMail(changes))).rejects.toThrow(RangeError);
      expect(opened.arrived()).toEqual([]);
    });
  });
}

async function faultOf(sending: Promise<void>): Promise<MailFault> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof MailFault) return error;
    throw error;
  }
  throw new Error('The mail was taken on');
}
