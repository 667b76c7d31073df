/** `call` as the backend would see it on a host of its own, whatever folder the site at `siteRoot` lies in. */
export async function asOnOwnHost(call: Request, siteRoot: URL): Promise<Request> {
  const { pathname, search } = new URL(call.url);
  const path = pathname.startsWith(siteRoot.pathname) ? `/${pathname.slice(siteRoot.pathname.length)}` : pathname;
  const { method, headers } = call;
  const body = method === 'GET' || method === 'HEAD' ? null : await call.arrayBuffer();
  const request = new Request(new URL(path + search, siteRoot.origin), { method, headers, body });
  // The backend reads a body as a stream, which Firefox does not give for a request.
  if (body && !request.body) Object.defineProperty(request, 'body', { value: new Blob([body]).stream() });
  return request;
}
