import { expect } from 'chai';
import { asOnOwnHost } from '../../demo/static/call.ts';

describe('the demo without a server', () => {
  const siteRoot = new URL('/widgets/demo/', location.origin);
  const call = (path: string, init?: RequestInit) => asOnOwnHost(new Request(new URL(path, siteRoot), init), siteRoot);

  it('hands a call to the backend as if the site had a host of its own', async () => {
    expect((await call('api/v1/session?a=b')).url).to.equal(`${location.origin}/api/v1/session?a=b`);
    expect((await call('/simulator/orders')).url).to.equal(`${location.origin}/simulator/orders`);
  });

  it('hands it what the citizen sends as a stream, in every browser', async () => {
    const { method, headers, body } = await call('api/v1/eid/orders', { method: 'POST', headers: { 'X-Widget-Client': '1' }, body: '{"å":1}' });
    expect(method).to.equal('POST');
    expect(headers.get('X-Widget-Client')).to.equal('1');
    expect(await new Response(body).json()).to.deep.equal({ å: 1 });
  });
});
