import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { replyLimits } from '../../../src/contract/case.ts';
import type { Upload } from '../../../src/contract/case.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { nothingHere } from '../http/nothing-here.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readMetadata, readPiece, wholeNumberIn } from './tus.ts';
import type { StoredUpload } from './upload-store.ts';
import { createUploads, uploadLife } from './uploads.ts';
import type { UploadStep } from './uploads.ts';
import { viewers } from './viewer.ts';

const version = '1.0.0';
/** Of uploads, one of them or none. */
export const anyUpload = `/${paths.uploads}/*`;
const oneUpload = `/${paths.uploads}/:id`;

/** Says on every answer, to questions and refusals as well, what is spoken here. */
export const sayTus: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('Tus-Resumable', version);
  headers.set('Tus-Version', version);
  headers.set('Tus-Extension', 'creation,termination,expiration');
  headers.set('Tus-Max-Size', String(replyLimits.bytes));
};

/** Sending files by tus 1.0: the core protocol, with the extensions that create an upload, end it, and say until when it is kept. */
export function uploadRoutes(deps: Deps): Hono {
  const viewerOf = viewers(deps);
  const uploads = createUploads(deps);

  async function addPiece(c: Context): Promise<Response> {
    const { key } = await viewerOf(c);
    if (c.req.header('Content-Type') !== 'application/offset+octet-stream') throw new ProblemError('unsupported-media-type');
    const offset = wholeNumberIn(c, 'Upload-Offset');
    const upload = await uploads.find(key, c.req.param('id') ?? '');
    if (!upload) throw new ProblemError('upload-not-found');
    if (upload.received !== offset) throw new ProblemError('upload-offset-mismatch');
    const piece = await readPiece(c.req.raw, upload.size - offset);
    if (!piece) throw new ProblemError('upload-too-large');
    const { received } = settled(await uploads.add(key, upload.id, offset, piece));
    c.header('Upload-Offset', String(received));
    c.header('Upload-Expires', endOf(upload));
    return c.body(null, 204);
  }

  async function cancel(c: Context): Promise<Response> {
    const { key } = await viewerOf(c);
    if (!(await uploads.cancel(key, c.req.param('id') ?? ''))) throw new ProblemError('upload-not-found');
    return c.body(null, 204);
  }

  return new Hono()
    .use(anyUpload, refuseOtherVersions)
    .post(`/${paths.uploads}`, async (c) => {
      const viewer = await viewerOf(c);
      const file = announcedIn(c);
      await refuseOver(deps.rateLimits.uploadsPerPerson, viewer.key);
      const upload = settled(await uploads.announce(viewer.key, file));
      // Relative to the address that was called, so that it holds behind any proxy.
      c.header('Location', `${paths.uploads}/${upload.id}`);
      c.header('Upload-Expires', endOf(upload));
      return c.body(null, 201);
    })
    .get(oneUpload, async (c) => {
      const upload = await uploads.find((await viewerOf(c)).key, c.req.param('id') ?? '');
      if (!upload) throw new ProblemError('upload-not-found');
      const { id, fileName, metadata, size, received, mediaType } = upload;
      c.header('Upload-Offset', String(received));
      c.header('Upload-Length', String(size));
      if (metadata !== '') c.header('Upload-Metadata', metadata);
      c.header('Cache-Control', 'no-store');
      const answer: Upload = { id, fileName, size, received, ...(mediaType !== undefined && { mediaType }) };
      return c.json(answer);
    })
    .patch(oneUpload, (c) => addPiece(c))
    .delete(oneUpload, (c) => cancel(c))
    // What stands between, such as a municipality's own firewall, may let nothing through but GET and POST.
    .post(oneUpload, (c, next) => {
      const meant = c.req.header('X-HTTP-Method-Override');
      return meant === 'PATCH' ? addPiece(c) : meant === 'DELETE' ? cancel(c) : nothingHere(c, next);
    });
}

/** Reading the JSON is not tus, and needs no version. */
const refuseOtherVersions: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.header('Tus-Resumable') !== version) {
    throw new ProblemError('invalid-request', { status: 412, errors: [{ pointer: '', code: 'tus-version' }] });
  }
  await next();
};

/** The file that a call announces. How large it is has to be known from the start, and none is empty. @throws ProblemError */
function announcedIn(c: Context): { fileName: string; metadata: string; size: number } {
  if (c.req.header('Upload-Defer-Length') !== undefined) throw new ProblemError('invalid-request', { errors: [{ pointer: '', code: 'upload-defer-length' }] });
  const size = wholeNumberIn(c, 'Upload-Length');
  const metadata = c.req.header('Upload-Metadata') ?? '';
  const fileName = readMetadata(metadata).get('filename') ?? '';
  if (size === 0) throw new ProblemError('upload-type-not-allowed');
  return { fileName, metadata, size };
}

const endOf = ({ createdAt }: StoredUpload) => new Date(createdAt.getTime() + uploadLife).toUTCString();

function settled(step: UploadStep): Extract<UploadStep, { ok: true }>['upload'] {
  if (!step.ok) throw new ProblemError(step.code);
  return step.upload;
}
