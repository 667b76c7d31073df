import { Hono } from 'hono';
import { createCaseInbox } from './cases/case-inbox.ts';
import { caseRoutes } from './cases/case-routes.ts';
import { replyRoutes } from './cases/reply-routes.ts';
import { anyUpload, sayTus, uploadRoutes } from './cases/upload-routes.ts';
import { forgetAtLogOut } from './cases/viewer.ts';
import type { Deps } from './deps.ts';
import { eidCallbackRoutes } from './eid/eid-callback-routes.ts';
import { eidRoutes } from './eid/eid-routes.ts';
import { paths } from '../../src/contract/paths.ts';
import { answerHeaders } from './http/answer-headers.ts';
import { nothingHere } from './http/nothing-here.ts';
import { answerProblem } from './http/problem-answers.ts';
import { allowListedOrigins, refuseForeignChanges } from './http/who-may-call.ts';
import { apiBase } from './openapi/operations.ts';
import { receiptRoutes } from './receipt/receipt-routes.ts';
import { configRoutes } from './routes/config-routes.ts';
import { faqRoutes } from './routes/faq-routes.ts';
import { healthRoutes } from './routes/health-routes.ts';
import { childRoutes } from './registers/child-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { applicationRoutes } from './signing/application-routes.ts';
import { inboxOnFreshWord } from './signing/fresh-word.ts';
import { createSigningFlow } from './signing/signing-flow.ts';
import { signingRoutes } from './signing/signing-routes.ts';

/** The whole backend as one `fetch`. Runs on Node and, for the demo without a server, inside a browser. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  app.onError(answerProblem(deps));
  app.use(answerHeaders);
  app.use(apiBase + anyUpload, sayTus);
  app.use(`${apiBase}/*`, allowListedOrigins(deps), refuseForeignChanges(deps));
  const inbox = createCaseInbox(deps);
  app.use(`${apiBase}/${paths.session}`, forgetAtLogOut(deps, inbox));
  app.route('/', healthRoutes(deps));
  for (const routes of [configRoutes, sessionRoutes, faqRoutes, eidRoutes, eidCallbackRoutes, uploadRoutes, childRoutes]) app.route(apiBase, routes(deps));
  const signing = createSigningFlow(deps, inbox.outdate);
  const shownInbox = inboxOnFreshWord(inbox, signing.renew);
  for (const routes of [caseRoutes, replyRoutes]) app.route(apiBase, routes(deps, shownInbox));
  for (const routes of [applicationRoutes, signingRoutes, receiptRoutes]) app.route(apiBase, routes(deps, shownInbox, signing));
  app.all('*', nothingHere);
  return app;
}
