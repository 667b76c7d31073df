import { request as httpRequest } from 'node:http';
import { Upload } from 'tus-js-client';
import type { UploadOptions } from 'tus-js-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { replyLimits, uploadQuota, uploadSchema } from '../../../src/contract/case.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { safeFileName } from '../../src/cases/attachment.ts';
import { listen } from '../../src/node/http-listener.ts';
import { purge } from '../../src/purge.ts';
import type { HttpListener } from '../../src/node/http-listener.ts';
import { readAnswer } from '../read-answer.ts';
import { publicOrigin } from '../test-app.ts';
import { caseWorld, karin } from './persons.ts';
import type { CaseWorld, Visitor } from './persons.ts';

const tus = { 'Tus-Resumable': '1.0.0' };
const starts = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37],
  jpeg: [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};
const fileOf = (start: readonly number[], size: number) =>
  Buffer.from(Uint8Array.from({ length: size }, (_, index) => start[index] ?? index % 251));

let listener: HttpListener | undefined;
afterEach(async () => {
  await listener?.close(0);
  listener = undefined;
});

interface Site {
  world: CaseWorld;
  me: Visitor;
  endpoint: string;
  headers: Record<string, string>;
}

/** The backend on a real port, for a visitor who is logged in. */
async function site(): Promise<Site> {
  const world = await caseWorld();
  const me = await world.visit(karin);
  listener = await listen((request) => world.app.fetch(request), 0, '127.0.0.1');
  const cookie = [...me.page.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { Origin: publicOrigin, 'X-Widget-Client': '1', Cookie: cookie };
  return { world, me, endpoint: `http://127.0.0.1:${listener.port}/api/v1/uploads`, headers };
}

/** Sends a file with a client that others have written; answers its address. */
function sendFile({ endpoint, headers }: Site, file: Buffer, options: Partial<UploadOptions> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint,
      headers,
      chunkSize: 1024 * 1024,
      retryDelays: null,
      metadata: { filename: 'intyg.pdf', filetype: 'text/plain' },
      onError: reject,
      onSuccess: () => resolve(upload.url ?? ''),
      ...options,
    });
    upload.start();
  });
}

const idIn = (url: string) => url.split('/').at(-1) ?? '';
const announce = ({ page }: Visitor, size: number | string, more: Record<string, string> = {}) =>
  page.post('uploads', undefined, { ...tus, 'Upload-Length': String(size), ...more });
const sendPiece = ({ page }: Visitor, id: string, offset: number, body: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
  page.send('PATCH', `uploads/${id}`, {
    headers: { ...tus, Origin: publicOrigin, 'X-Widget-Client': '1', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset), ...more },
    body,
  });
const codeOf = async (answer: Response | Promise<Response>) => (await readAnswer(problemSchema, answer)).code;

describe('a file sent by tus-js-client', () => {
  it('arrives whole, in pieces, and is taken for what it holds', async () => {
    const here = await site();
    const file = fileOf(starts.png, 2_500_000);
    const seen: number[] = [];
    const id = idIn(await sendFile(here, file, { metadata: { filename: 'Åsas bild.png' }, onChunkComplete: (_, sent) => seen.push(sent) }));
    expect(seen).toEqual([1_048_576, 2_097_152, 2_500_000]);
    expect(await readAnswer(uploadSchema, here.me.page.get(`uploads/${id}`))).toEqual({
      id,
      fileName: 'Åsas bild.png',
      size: 2_500_000,
      received: 2_500_000,
      mediaType: 'image/png',
    });
    expect(file.equals(await here.world.deps.store.uploads.bytesOf(id))).toBe(true);
  });

  it('goes on where the line was cut, and keeps what came before', async () => {
    const here = await site();
    const file = fileOf(starts.pdf, 300_000);
    const id = idIn((await announce(here.me, file.length)).headers.get('Location') ?? '');
    const { uploads } = here.world.deps.store;
    await cutAfter(here, id, file, 100_000, async () => (await uploads.find(id))?.received === 100_000);

    const offsets: (string | null | undefined)[] = [];
    await sendFile(here, file, {
      uploadUrl: `${here.endpoint}/${id}`,
      onBeforeRequest: (request) => void offsets.push(request.getMethod(), request.getHeader('Upload-Offset')),
    });
    expect(offsets).toEqual(['HEAD', undefined, 'PATCH', '100000']);
    expect(file.equals(await uploads.bytesOf(id))).toBe(true);
  });

  it('is thrown away when its sender cancels', async () => {
    const here = await site();
    const url = await sendFile(here, fileOf(starts.jpeg, 5000));
    await Upload.terminate(url, { headers: here.headers, retryDelays: null });
    expect(await codeOf(here.me.page.get(`uploads/${idIn(url)}`))).toBe('upload-not-found');
  });

  it.each([
    ['an executable that is called a PDF', Buffer.from('MZ\u0090 this is a program'), 'upload-type-not-allowed'],
    ['a web page', Buffer.from('<!doctype html><script>'), 'upload-type-not-allowed'],
    ['a file that is too large', fileOf(starts.pdf, replyLimits.bytes + 1), 'upload-too-large'],
  ])('is refused when it is %s', async (_, file, code) => {
    const here = await site();
    const insert = vi.spyOn(here.world.deps.store.uploads, 'insert');
    await expect(sendFile(here, file)).rejects.toThrow(code);
    for (const [{ id }] of insert.mock.calls) expect(await here.world.deps.store.uploads.find(id)).toBeUndefined();
  });
});

/** Sends the start of a piece, waits until it is there, and breaks the connection. */
async function cutAfter({ endpoint, headers }: Site, id: string, file: Buffer, sent: number, isKept: () => Promise<boolean>): Promise<void> {
  const request = httpRequest(`${endpoint}/${id}`, {
    method: 'PATCH',
    headers: { ...headers, ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0', 'Content-Length': file.length },
  });
  request.on('error', () => {});
  await new Promise<void>((resolve) => request.write(file.subarray(0, sent), () => resolve()));
  request.destroy();
  await expect.poll(isKept, { timeout: 5000 }).toBe(true);
}

describe('an upload', () => {
  const begun = async (size = 20) => {
    const me = await (await caseWorld()).visit(karin);
    return { me, id: idIn((await announce(me, size)).headers.get('Location') ?? '') };
  };

  it('is announced under an address relative to the one that was called', async () => {
    const me = await (await caseWorld()).visit(karin);
    const answer = await announce(me, 20);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Location')).toMatch(/^uploads\/[\w-]{22}$/);
    expect(answer.headers.get('Tus-Resumable')).toBe('1.0.0');
  });

  it('tells how much has come to whoever asks for the head alone', async () => {
    const { me, id } = await begun();
    await sendPiece(me, id, 0, Uint8Array.from(starts.pdf));
    const answer = await me.page.send('HEAD', `uploads/${id}`, { headers: tus });
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'upload-offset': '8', 'upload-length': '20', 'cache-control': 'no-store', 'tus-resumable': '1.0.0' });
  });

  it('takes the next piece at its place only', async () => {
    const { me, id } = await begun();
    expect((await sendPiece(me, id, 0, Uint8Array.from(starts.pdf))).headers.get('Upload-Offset')).toBe('8');
    expect(await codeOf(sendPiece(me, id, 0, Uint8Array.of(1)))).toBe('upload-offset-mismatch');
    expect(await codeOf(sendPiece(me, id, 9, Uint8Array.of(1)))).toBe('upload-offset-mismatch');
    expect((await sendPiece(me, id, 8, new Uint8Array())).headers.get('Upload-Offset')).toBe('8');
    expect((await sendPiece(me, id, 8, new Uint8Array(12))).headers.get('Upload-Offset')).toBe('20');
    expect(await codeOf(sendPiece(me, id, 20, Uint8Array.of(1)))).toBe('upload-too-large');
  });

  it('is told by its first bytes even when they come one by one', async () => {
    const { me, id } = await begun(10);
    for (const [offset, byte] of starts.png.entries()) expect((await sendPiece(me, id, offset, Uint8Array.of(byte))).status).toBe(204);
    expect(await readAnswer(uploadSchema, me.page.get(`uploads/${id}`))).toMatchObject({ received: 8, mediaType: 'image/png' });
    const wrong = await begun(10);
    for (const [offset, byte] of starts.png.slice(0, 7).entries()) await sendPiece(wrong.me, wrong.id, offset, Uint8Array.of(byte));
    expect(await codeOf(sendPiece(wrong.me, wrong.id, 7, Uint8Array.of(0)))).toBe('upload-type-not-allowed');
    expect(await codeOf(wrong.me.page.get(`uploads/${wrong.id}`))).toBe('upload-not-found');
  });

  it('keeps nothing of a piece that is more than was announced', async () => {
    const { me, id } = await begun(10);
    expect(await codeOf(sendPiece(me, id, 0, Uint8Array.from([...starts.pdf, 1, 2, 3])))).toBe('upload-too-large');
    expect(await readAnswer(uploadSchema, me.page.get(`uploads/${id}`))).toMatchObject({ received: 0 });
  });

  it('is refused before a byte is sent when it is empty, too large or of no size', async () => {
    const me = await (await caseWorld()).visit(karin);
    expect(await codeOf(announce(me, 0))).toBe('upload-type-not-allowed');
    expect(await codeOf(announce(me, replyLimits.bytes + 1))).toBe('upload-too-large');
    for (const size of ['', 'x', '-1', '1.5']) expect(await codeOf(announce(me, size))).toBe('invalid-request');
    expect(await codeOf(announce(me, 5, { 'Upload-Defer-Length': '1' }))).toBe('invalid-request');
    expect(await codeOf(me.page.post('uploads', undefined, { ...tus, 'Upload-Defer-Length': '1' }))).toBe('invalid-request');
  });

  it.each([
    ['base64', 'filename %%%'],
    ['each name once', 'filename YQ==,filename Yg=='],
    ['a name for each value', ',YQ=='],
    ['one value for each name', 'filename YQ== Yg=='],
    ['names in ASCII', 'filnamn\u00e5 YQ=='],
    ['short', `filename ${'YWFh'.repeat(1000)}`],
  ])('is refused when what is said of it is not %s', async (_, metadata) => {
    const me = await (await caseWorld()).visit(karin);
    expect(await codeOf(announce(me, 5, { 'Upload-Metadata': metadata }))).toBe('invalid-request');
  });

  it('is refused when its sender has as much waiting as one may', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const full = uploadQuota.bytes / replyLimits.bytes;
    for (let index = 0; index < full; index += 1) expect((await announce(me, replyLimits.bytes)).status).toBe(201);
    expect(await codeOf(announce(me, 1))).toBe('upload-quota-exceeded');
  });

  it('is said to be by tus to whoever asks what is spoken here, and on every answer, refusals among them', async () => {
    const { app } = await caseWorld();
    const options = await app.request('/api/v1/uploads', { method: 'OPTIONS', headers: { Origin: publicOrigin } });
    expect(options.status).toBe(204);
    expect(Object.fromEntries(options.headers)).toMatchObject({
      'tus-resumable': '1.0.0',
      'tus-version': '1.0.0',
      'tus-extension': 'creation,termination,expiration',
      'tus-max-size': String(replyLimits.bytes),
      'access-control-allow-origin': publicOrigin,
    });
    const refused = await app.request('/api/v1/uploads/x', { method: 'PATCH', headers: { Origin: 'https://evil.test' } });
    expect([refused.status, refused.headers.get('Tus-Resumable')]).toEqual([403, '1.0.0']);
  });

  it('gives back what its sender has said of it', async () => {
    const me = await (await caseWorld()).visit(karin);
    const metadata = `filename ${Buffer.from('Åsas intyg.pdf').toString('base64')},note,filetype dGV4dC9wbGFpbg==`;
    const id = idIn((await announce(me, 20, { 'Upload-Metadata': metadata })).headers.get('Location') ?? '');
    expect((await me.page.send('HEAD', `uploads/${id}`, { headers: tus })).headers.get('Upload-Metadata')).toBe(metadata);
    const silent = await begun();
    expect((await silent.me.page.send('HEAD', `uploads/${silent.id}`, { headers: tus })).headers.has('Upload-Metadata')).toBe(false);
  });

  it('says until when it is kept, and is kept until then', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const announced = await announce(me, 20);
    const expires = announced.headers.get('Upload-Expires') ?? '';
    expect(expires).toBe('Wed, 25 Nov 2026 08:00:02 GMT');
    const id = idIn(announced.headers.get('Location') ?? '');
    expect((await sendPiece(me, id, 0, Uint8Array.from(starts.pdf))).headers.get('Upload-Expires')).toBe(expires);
    const { store, clock } = world.deps;
    world.clock.forward((Date.parse(expires) - clock.now().getTime()) / 1000);
    await purge(store, clock);
    expect(await store.uploads.find(id)).toBeDefined();
    world.clock.forward(1);
    await purge(store, clock);
    expect(await store.uploads.find(id)).toBeUndefined();
  });

  it('can be sent and cancelled by POST, where something on the way lets nothing else through', async () => {
    const { me, id } = await begun();
    const byPost = (method: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) =>
      me.page.send('POST', `uploads/${id}`, {
        headers: { ...tus, Origin: publicOrigin, 'X-Widget-Client': '1', 'X-HTTP-Method-Override': method, ...headers },
        ...(body && { body }),
      });
    const piece = await byPost('PATCH', { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' }, Uint8Array.from(starts.pdf));
    expect([piece.status, piece.headers.get('Upload-Offset')]).toEqual([204, '8']);
    expect((await byPost('PUT')).status).toBe(405);
    expect((await byPost('DELETE')).status).toBe(204);
    expect(await codeOf(me.page.get(`uploads/${id}`))).toBe('upload-not-found');
  });

  it('is spoken of in version 1.0.0 of tus, and in no other', async () => {
    const { me, id } = await begun();
    expect((await me.page.send('HEAD', `uploads/${id}`)).status).toBe(412);
    expect((await me.page.get(`uploads/${id}`)).status).toBe(200);
    const answer = await sendPiece(me, id, 0, Uint8Array.from(starts.pdf), { 'Tus-Resumable': '0.2.2' });
    expect(answer.status).toBe(412);
    expect(answer.headers.get('Tus-Version')).toBe('1.0.0');
    expect(await codeOf(sendPiece(me, id, 0, Uint8Array.from(starts.pdf), { 'Content-Type': 'application/json' }))).toBe('unsupported-media-type');
  });
});

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\bilder\\semester.JPG', 'C bilder semester.JPG.pdf', 'application/pdf'],
    ['Intyg från Åsa.PDF', 'Intyg från Åsa.PDF', 'application/pdf'],
    ['virus.pdf.exe', 'virus.pdf.exe.pdf', 'application/pdf'],
    ['foto\u202egpj.exe', 'foto gpj.exe.jpg', 'image/jpeg'],
    ['  ...  ', 'fil.png', 'image/png'],
    ['', 'fil'],
    ['a\r\nb"c.png', 'a b c.png', 'image/png'],
  ])('"%s" becomes "%s"', (name, safe, mediaType?: string) => {
    expect(safeFileName(name, mediaType)).toBe(safe);
  });

  it('is cut without losing its ending, and never in the middle of a letter', () => {
    const name = safeFileName(`${'😀'.repeat(200)}.pdf`, 'application/pdf');
    expect([...name]).toHaveLength(100);
    expect(name.endsWith('😀.pdf')).toBe(true);
  });
});
