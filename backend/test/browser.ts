import { clientHeader } from '../../src/contract/paths.ts';
import { expectAsDescribed } from './as-described.ts';

/** A browser on one page: it keeps cookies, and sends what the widgets send. */
export interface Browser {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  delete(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Whatever is asked for, with the cookies and nothing else added. */
  send(method: string, path: string, init?: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> }): Promise<Response>;
}

/** `base` is the API's address; the page is on the same origin. Every answer is held against the API's description. */
export function createBrowser(fetch: (request: Request) => Response | Promise<Response>, base: string): Browser {
  const cookies = new Map<string, string>();
  const asWidget = { Origin: new URL(base).origin, [clientHeader.name]: clientHeader.value };

  const send: Browser['send'] = async (method, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const request = new Request(`${base}/${path}`, { ...init, method, headers });
    const response = await fetch(request);
    for (const cookie of response.headers.getSetCookie()) keep(cookie);
    await expectAsDescribed(request, response.clone());
    return response;
  };

  function keep(setCookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? [];
    if (/max-age=0/i.test(setCookie)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    cookies,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    delete: (path, headers = {}) => send('DELETE', path, { headers: { ...asWidget, ...headers } }),
    put: (path, body, headers = {}) =>
      send('PUT', path, { headers: { 'Content-Type': 'application/json', ...asWidget, ...headers }, body: JSON.stringify(body) }),
    post: (path, body, headers = {}) =>
      body === undefined
        ? send('POST', path, { headers: { ...asWidget, ...headers } })
        : send('POST', path, {
            headers: { 'Content-Type': 'application/json', ...asWidget, ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
  };
}
