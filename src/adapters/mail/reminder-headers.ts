import type { Mail } from '../../ports/mailer.ts';

/** What mail that nobody asked for at this moment says about itself (RFC 3834; RFC 8058, one press to unsubscribe). */
export function reminderHeaders({ unsubscribeUrl }: Mail): Readonly<Record<string, string>> {
  if (unsubscribeUrl === null) return {};
  return {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
