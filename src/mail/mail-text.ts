/** What a mail says, in the two forms that mail programs choose from. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  /** A whole document that loads nothing. */
  readonly html: string;
}
