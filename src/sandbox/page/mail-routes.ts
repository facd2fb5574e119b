import { Router } from 'express';
import type { Mailbox } from './mailbox.ts';
import { sendProblem } from './problems.ts';

/** A mail may show itself and open links in new tabs: no scripts, nothing loaded, nothing sent, and only in our frame. */
const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** The mails as a mail program would show them, and what is attached to them. */
export function mailRoutes(mailbox: Mailbox): Router {
  const router = Router();

  router.get('/mails/:id', (req, res) => {
    const mail = mailbox.mail(req.params.id);
    if (mail === null) return sendProblem(res, 'unknown_mail');
    res.set({ 'content-security-policy': MAIL_POLICY, 'x-frame-options': 'SAMEORIGIN' });
    if (mail.html === '') res.type('text/plain').send(mail.text);
    else res.type('html').send(mail.html.replace('<head>', '<head><base target="_blank">'));
  });

  router.get('/mails/:id/files/:index', (req, res) => {
    const file = mailbox.mail(req.params.id)?.attachments[Number(req.params.index)];
    if (file === undefined) return sendProblem(res, 'unknown_file');
    res.attachment(file.filename);
    res
      .type(file.filename.endsWith('.ics') ? 'text/calendar' : 'application/octet-stream')
      .send(Buffer.from(file.bytes));
  });

  return router;
}
