import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { caseReadSchema } from '../../../src/contract/case.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { preferredLanguage } from '../http/problem-titles.ts';
import { readBody } from '../http/read-input.ts';
import { contentDisposition, safeFileName } from './attachment.ts';
import { bundleOf } from './case-bundle.ts';
import { createCaseDocuments } from './case-documents.ts';
import type { CaseInbox } from './case-inbox.ts';
import { openerOf } from './open-case.ts';
import { readCaseQuery } from './read-case-query.ts';
import { viewers } from './viewer.ts';

/** Reading: the inbox, one case, its documents. Every route that names a case goes through `open`. */
export function caseRoutes(deps: Deps, inbox: CaseInbox): Hono {
  const { store, clock } = deps;
  const viewerOf = viewers(deps);
  const open = openerOf(deps, inbox);
  const documents = createCaseDocuments(deps);

  return new Hono()
    .get(`/${paths.cases}`, isPrivate, etag(), async (c) => {
      const viewer = await viewerOf(c);
      const page = await inbox.page(viewer, readCaseQuery(c));
      if (!page) throw new ProblemError('invalid-request', { errors: [{ pointer: '/cursor', code: 'not-valid' }] });
      return c.json(page);
    })
    .get(`/${paths.caseCounts}`, isPrivate, etag(), async (c) => c.json(await inbox.counts(await viewerOf(c))))
    .get(`/${paths.cases}/:id`, isPrivate, etag(), async (c) => c.json((await open(c)).opened.view))
    .put(`/${paths.cases}/:id/read`, async (c) => {
      const { upTo } = await readBody(c, caseReadSchema);
      const { viewer, opened } = await open(c);
      const places = opened.members.map(({ source, detail }) => ({ personKey: viewer.key, source: source.id, caseId: detail.id }));
      if (upTo === null) await Promise.all(places.map((place) => store.readMarks.clear(place)));
      else {
        const readUpTo = earlierOf(instantOf(upTo), clock.now());
        await store.readMarks.set(places.map((place) => ({ ...place, readUpTo })));
      }
      return c.body(null, 204);
    })
    .get(`/${paths.cases}/:id/documents/:document`, async (c) => {
      const { viewer, opened } = await open(c);
      const found = await documents.fetch(viewer, opened, c.req.param('document'));
      if (!found.ok) throw new ProblemError(found.code);
      const { mediaType } = found.document;
      const fileName = opened.view.documents.find(({ id }) => id === c.req.param('document'))?.fileName ?? '';
      return asFile(c, found.body, safeFileName(fileName, mediaType), mediaType);
    })
    .get(`/${paths.cases}/:id/bundle`, async (c) => {
      const { viewer, opened } = await open(c);
      const { view } = opened;
      const zip = await bundleOf(view, preferredLanguage(c.req.header('Accept-Language')), (id) => documents.fetch(viewer, opened, id));
      return asFile(c, zip, `${safeFileName(view.references[0] ?? view.title)}.zip`, 'application/zip');
    });
}

/** Whatever a case holds is for one person's eyes: no cache keeps it, on no computer. */
const isPrivate: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'private, no-store');
};

/** A file to save. Should a browser show it nevertheless, it may do nothing there. */
function asFile(c: Context, body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>, fileName: string, mediaType: string): Response {
  c.header('Content-Type', /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream');
  c.header('Content-Disposition', contentDisposition(fileName));
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  c.header('Cache-Control', 'private, no-store');
  return c.body(body);
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new ProblemError('invalid-request', { errors: [{ pointer: '/upTo', code: 'not-an-instant' }] });
  return instant;
}

const earlierOf = (a: Date, b: Date) => (a < b ? a : b);
