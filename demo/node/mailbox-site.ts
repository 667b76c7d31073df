import { Hono } from 'hono';
import type { Site } from '../../backend/src/node/whole-site.ts';
import { framed, type Mailbox } from '../mail/mailbox.contract.ts';
import type { SmtpSink } from './smtp-sink.ts';

/** Nothing but the mail's own styles; its links may lead the page around it elsewhere. */
const mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox";

/** The site with its mailbox, which shows the mails that `sink` has taken. */
export function withMailbox(site: Site, { mails }: Pick<SmtpSink, 'mails'>): Site {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.get('/mejl/brev', (c) => c.json({ mails: [...mails] } satisfies Mailbox));
  app.get('/mejl/brev/:id', (c) => {
    const mail = mails.find(({ id }) => id === c.req.param('id'));
    return mail ? c.html(framed(mail.html), 200, { 'Content-Security-Policy': mailPolicy, 'Referrer-Policy': 'no-referrer' }) : c.notFound();
  });
  return (request) => (new URL(request.url).pathname.startsWith('/mejl/brev') ? app.fetch(request) : site(request));
}
