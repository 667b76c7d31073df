import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { replyLimits } from '../../../src/contract/case.ts';
import type { Upload } from '../../../src/contract/case.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readMetadata, readPiece, wholeNumberIn } from './tus.ts';
import { createUploads } from './uploads.ts';
import type { UploadStep } from './uploads.ts';
import { viewers } from './viewer.ts';

const version = '1.0.0';
const every = `/${paths.uploads}/*`;

/** Sending files by tus 1.0: the core protocol, with the extensions that create an upload and end it. */
export function uploadRoutes(deps: Deps): Hono {
  const viewerOf = viewers(deps);
  const uploads = createUploads(deps);

  return new Hono()
    .use(`/${paths.uploads}`, speaksTus)
    .use(every, speaksTus)
    .post(`/${paths.uploads}`, async (c) => {
      const viewer = await viewerOf(c);
      const size = wholeNumberIn(c, 'Upload-Length');
      const fileName = readMetadata(c.req.header('Upload-Metadata')).get('filename') ?? '';
      if (size === 0) throw new ProblemError('upload-type-not-allowed');
      await refuseOver(deps.rateLimits.uploadsPerPerson, viewer.key);
      const { id } = settled(await uploads.announce(viewer.key, { fileName, size }));
      // Relative to the address that was called, so that it holds behind any proxy.
      c.header('Location', `${paths.uploads}/${id}`);
      return c.body(null, 201);
    })
    .get(`/${paths.uploads}/:id`, async (c) => {
      const upload = await uploads.find((await viewerOf(c)).key, c.req.param('id'));
      if (!upload) throw new ProblemError('upload-not-found');
      const { id, fileName, size, received, mediaType } = upload;
      c.header('Upload-Offset', String(received));
      c.header('Upload-Length', String(size));
      c.header('Cache-Control', 'no-store');
      const answer: Upload = { id, fileName, size, received, ...(mediaType !== undefined && { mediaType }) };
      return c.json(answer);
    })
    .patch(`/${paths.uploads}/:id`, async (c) => {
      const { key } = await viewerOf(c);
      if (c.req.header('Content-Type') !== 'application/offset+octet-stream') throw new ProblemError('unsupported-media-type');
      const offset = wholeNumberIn(c, 'Upload-Offset');
      const upload = await uploads.find(key, c.req.param('id'));
      if (!upload) throw new ProblemError('upload-not-found');
      if (upload.received !== offset) throw new ProblemError('upload-offset-mismatch');
      const piece = await readPiece(c.req.raw, upload.size - offset);
      if (!piece) throw new ProblemError('upload-too-large');
      const { received } = settled(await uploads.add(key, upload.id, offset, piece));
      c.header('Upload-Offset', String(received));
      return c.body(null, 204);
    })
    .delete(`/${paths.uploads}/:id`, async (c) => {
      const { key } = await viewerOf(c);
      if (!(await uploads.cancel(key, c.req.param('id')))) throw new ProblemError('upload-not-found');
      return c.body(null, 204);
    });
}

/** Says on every answer which version is spoken, and refuses whoever speaks another. */
const speaksTus: MiddlewareHandler = async (c: Context, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const isUnderstood = isRead || c.req.header('Tus-Resumable') === version;
  c.header('Tus-Resumable', version);
  c.header('Tus-Version', version);
  c.header('Tus-Extension', 'creation,termination');
  c.header('Tus-Max-Size', String(replyLimits.bytes));
  if (!isUnderstood) throw new ProblemError('invalid-request', { status: 412, errors: [{ pointer: '', code: 'tus-version' }] });
  await next();
};

function settled(step: UploadStep): Extract<UploadStep, { ok: true }>['upload'] {
  if (!step.ok) throw new ProblemError(step.code);
  return step.upload;
}
