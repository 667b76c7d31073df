import { Hono } from 'hono';
import { paths } from '../../../src/contract/paths.ts';
import { contentDisposition, safeFileName } from '../cases/attachment.ts';
import type { CaseInbox } from '../cases/case-inbox.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { preferredLanguage } from '../http/problem-titles.ts';
import type { SigningFlow } from '../signing/signing-flow.ts';
import { signingOpener } from '../signing/signing-routes.ts';
import { createReceipts } from './receipt.ts';
import { en } from './receipt.text.en.ts';
import { sv } from './receipt.text.sv.ts';

/** The receipt of what was signed, for those who have a part in it, once everybody has signed. */
export function receiptRoutes(deps: Deps, inbox: CaseInbox, flow: SigningFlow): Hono {
  const open = signingOpener(deps, inbox, flow);
  const receiptOf = createReceipts(deps);

  return new Hono().get(`/${paths.cases}/:id/signing/receipt`, async (c) => {
    const { viewer, opened } = await open(c);
    const now = await flow.see(viewer, opened);
    const { phase, disclosure } = now.signing.round;
    if (phase.is !== 'complete') throw new ProblemError('signing-not-complete');
    // It names everybody, and one of them is not to be named any more.
    if (disclosure === 'closed') throw new ProblemError('signing-action-not-allowed');
    const language = preferredLanguage(c.req.header('Accept-Language'));
    const receipt = await receiptOf(now, language);
    // Fetched by those only who want one: what makes it is half a megabyte to a browser.
    const { receiptPdf } = await import('./receipt-pdf.ts');
    const pdf = await receiptPdf(receipt, await deps.receiptFonts());
    const { title } = { sv, en }[language];
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Language', language);
    c.header('Content-Disposition', contentDisposition(safeFileName(`${title} ${receipt.reference}.pdf`, 'application/pdf')));
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    c.header('Cache-Control', 'private, no-store');
    return c.body(pdf);
  });
}
