import { afterEach, describe, expect, it, vi } from 'vitest';
import { anyStart } from '../eid-provider-conformance.ts';
import { oidcWorlds } from './oidc-world.ts';
import type { OidcWorld } from './oidc-world.ts';
import { loa } from '../../../../demo/openid/openid-issuer.ts';

type Fetch = typeof fetch;

const arrange = oidcWorlds();
const karin = { person: 'karin', acr: loa('loa3') };
const error = (code: string, reason?: unknown) => expect.objectContaining({ name: 'EidProviderError', code, ...(reason !== undefined && { reason }) });

/** Somebody who has been at the provider's page and is on the way back. */
async function onTheWayBack(world: OidcWorld, act: Parameters<OidcWorld['goesThrough']>[1] = karin) {
  const state = await world.provider.start(anyStart);
  const { searchParams } = await world.goesThrough(world.provider.address(state), act);
  return { answer: searchParams, comesBack: () => world.provider.comeBack(state, searchParams) };
}

/** The line on which `change` is done to the answers of whatever lies at `path`. */
const changing = (path: string, change: (answer: Response) => Response | Promise<Response>) => (real: Fetch): Fetch => async (url, init) => {
  const answer = await real(url, init);
  return new URL(String(url)).pathname === path ? change(answer) : answer;
};

/** A token answer whose ID token says something else, with the signature that it had. */
const forging = (claims: object) => async (answer: Response) => {
  const tokens = (await answer.json()) as { id_token: string };
  const [header, payload = '', signature] = tokens.id_token.split('.');
  const said = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...claims };
  const forged = [header, Buffer.from(JSON.stringify(said)).toString('base64url'), signature].join('.');
  return Response.json({ ...tokens, id_token: forged });
};

afterEach(() => {
  vi.useRealTimers();
});

describe('an ID token', () => {
  it('is believed by its signature alone', async () => {
    const world = await arrange();
    const { comesBack } = await onTheWayBack(world);
    world.line(changing('/token', forging({ 'https://id.oidc.se/claim/personalIdentityNumber': '198001139297' })));
    await expect(comesBack()).rejects.toEqual(error('rejected'));
  });

  it.each([
    ['another issuer', { iss: 'https://evil.test' }],
    ['another client', { aud: 'another-client' }],
    ['another order', { nonce: 'of-another-order' }],
  ])('for %s is refused', async (_, claims) => {
    const world = await arrange();
    const { comesBack } = await onTheWayBack(world);
    world.line(changing('/token', forging(claims)));
    await expect(comesBack()).rejects.toEqual(error('rejected', expect.stringMatching(/^OAUTH_/)));
  });

  it('whose time is up is refused', async () => {
    const world = await arrange();
    const { comesBack } = await onTheWayBack(world);
    vi.useFakeTimers({ toFake: ['Date'] });
    world.line(changing('/token', (answer) => {
      vi.setSystemTime(Date.now() + 2 * 3600_000);
      return answer;
    }));
    await expect(comesBack()).rejects.toEqual(error('rejected', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'));
  });
});

describe('a code', () => {
  it('whose time is up fails the order', async () => {
    const { comesBack } = await onTheWayBack(await arrange());
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 600_000);
    await expect(comesBack()).rejects.toEqual(error('failed', 'invalid_grant'));
  });

  it('that the provider never gave fails the order', async () => {
    const { answer, comesBack } = await onTheWayBack(await arrange());
    answer.set('code', 'guessed');
    await expect(comesBack()).rejects.toEqual(error('failed', 'invalid_grant'));
  });

  it('comes with the name of its issuer, and is sent to no other', async () => {
    const world = await arrange();
    const { answer, comesBack } = await onTheWayBack(world);
    const asked = vi.fn<Fetch>();
    world.line(() => asked);
    answer.set('iss', 'https://evil.test');
    await expect(comesBack()).rejects.toEqual(error('rejected'));
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a provider that says no', () => {
  it.each([
    ['server_error', 'failed'],
    ['temporarily_unavailable', 'unavailable'],
    ['invalid_scope', 'rejected'],
    ['a_code_of_next_year', 'rejected'],
  ])('with %s ends the order as %s, and its own words are not repeated', async (said, code) => {
    const { comesBack } = await onTheWayBack(await arrange(), { error: said, words: 'Karin Lindgren 198501169885' });
    await expect(comesBack()).rejects.toEqual(error(code, said));
  });

  it('with something that is no code is quoted with nothing', async () => {
    const world = await arrange();
    const { answer, comesBack } = await onTheWayBack(world, { error: 'server_error' });
    answer.set('error', 'Karin 198501169885');
    await expect(comesBack()).rejects.toEqual(error('rejected', 'an error without a code'));
  });
});

describe('a provider that is out of order', () => {
  it.each([
    ['does not answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['takes too long', () => Promise.reject(new DOMException('', 'TimeoutError'))],
    ['has an error of its own', async () => new Response('<h1>502</h1>', { status: 502 })],
  ])('and %s is unavailable, at the start and when somebody comes back', async (_, answer) => {
    const world = await arrange();
    const { comesBack } = await onTheWayBack(world);
    world.line(() => answer as Fetch);
    world.clock.forward(61);
    await expect(world.provider.start(anyStart)).rejects.toEqual(error('unavailable'));
    await expect(comesBack()).rejects.toEqual(error('unavailable'));
  });

  it('is asked again as soon as it is there', async () => {
    const world = await arrange();
    world.down(true);
    await expect(world.provider.start(anyStart)).rejects.toEqual(error('unavailable', 'no connection'));
    world.down(false);
    const { comesBack } = await onTheWayBack(world);
    expect(await comesBack()).toMatchObject({ status: 'complete' });
  });

  it('takes nothing from somebody who is on the way back, when only its own description cannot be read anew', async () => {
    const { provider, goesThrough, clock, line } = await arrange();
    const state = await provider.start(anyStart);
    const back = await goesThrough(provider.address(state), { person: 'karin', acr: loa('loa3') });
    clock.forward(61);
    line((real) => (url, options) => (String(url).includes('.well-known') ? Promise.reject(new TypeError('fetch failed')) : real(url, options)));
    await expect(provider.start(anyStart)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await provider.comeBack(state, back.searchParams)).toMatchObject({ status: 'complete' });
  });

  it('is given ten seconds for each call', async () => {
    const world = await arrange();
    const limits = vi.spyOn(AbortSignal, 'timeout');
    const { comesBack } = await onTheWayBack(world);
    await comesBack();
    expect(limits.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(new Set(limits.mock.calls.flat())).toEqual(new Set([10_000]));
    limits.mockRestore();
  });
});

describe('somebody who was identified before', () => {
  /** Comes back from a provider that says when it was, `seconds` before the order began by our clock. */
  async function backFrom(seconds: number, parameters: Record<string, string>) {
    const world = await arrange({ parameters: { max_age: '3600', ...parameters } });
    world.clock.forward((Date.now() - world.clock.now().getTime()) / 1000 + seconds);
    return (await onTheWayBack(world)).comesBack();
  }

  it('is not whoever sits at the computer now', async () => {
    await expect(backFrom(120, { prompt: 'login' })).rejects.toEqual(error('rejected', 'an earlier login than was asked for'));
    expect(await backFrom(30, { prompt: 'login' })).toMatchObject({ status: 'complete' });
  });

  it('is let in where the municipality asks nobody to identify themselves anew', async () => {
    expect(await backFrom(120, { prompt: '' })).toMatchObject({ status: 'complete' });
  });
});

describe('a request', () => {
  const asked = (address: string) => new URL(address).searchParams;
  const signedIn = (address: string) => JSON.parse(Buffer.from(asked(address).get('request')?.split('.')[1] ?? '', 'base64url').toString());

  it('asks for the levels, binds the code to this order, and says what is approved', async () => {
    const { provider } = await arrange({ signedRequests: false });
    const said = asked(provider.address(await provider.start(anyStart)));
    expect(Object.fromEntries(said)).toMatchObject({
      response_type: 'code',
      scope: 'openid https://id.oidc.se/scope/naturalPersonInfo https://id.oidc.se/scope/naturalPersonNumber',
      acr_values: `${loa('loa3')} ${loa('loa4')}`,
      prompt: 'login',
      state: anyStart.ticket,
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const message = JSON.parse(said.get('https://id.oidc.se/param/userMessage') ?? '');
    expect(Buffer.from(message['message#sv'], 'base64').toString()).toBe(anyStart.visibleText);
  });

  it('is signed where that is asked for, and good for as long as the citizen has', async () => {
    const world = await arrange({ signedRequests: true }, { signed: true });
    const address = world.provider.address(await world.provider.start(anyStart));
    expect(asked(address).has('state')).toBe(false);
    const { iat, exp, ...said } = signedIn(address);
    expect(exp - iat).toBe(600);
    expect(said).toMatchObject({ state: anyStart.ticket, 'https://id.oidc.se/param/userMessage': { mime_type: 'text/plain' } });
    expect(await (await onTheWayBack(world)).comesBack()).toMatchObject({ status: 'complete' });
  });

  it.each([true, false])('is sent ahead where that is asked for, signed or not (%s)', async (signedRequests) => {
    const world = await arrange({ pushedRequests: true, signedRequests }, { pushed: true, signed: signedRequests });
    const address = world.provider.address(await world.provider.start(anyStart));
    expect([...asked(address).keys()].sort()).toEqual(['client_id', 'request_uri']);
    expect(await (await onTheWayBack(world)).comesBack()).toMatchObject({ status: 'complete' });
  });

  it('holds what the municipality adds, and nothing of that replaces what makes it safe', async () => {
    const { provider } = await arrange({ signedRequests: false, parameters: { prompt: 'consent', idp: 'x', state: 'fixed', redirect_uri: 'https://evil.test' } });
    const said = asked(provider.address(await provider.start(anyStart)));
    expect(Object.fromEntries(said)).toMatchObject({ prompt: 'consent', idp: 'x', state: anyStart.ticket, redirect_uri: expect.stringContaining('/eid/callback/') });
  });
});

describe('what the ID token does not say', () => {
  const scope = 'openid https://id.oidc.se/scope/naturalPersonInfo https://id.oidc.se/scope/naturalPersonNumber';

  it('is asked for once more where the municipality says so', async () => {
    const world = await arrange({ scope, userInfo: true }, { bare: true });
    const paths: string[] = [];
    world.line((real) => (url, init) => {
      paths.push(new URL(String(url)).pathname);
      return real(url, init);
    });
    expect(await (await onTheWayBack(world)).comesBack()).toMatchObject({ identity: { idNumber: '198501169885' } });
    expect(paths).toContain('/me');
  });

  it('is not asked for otherwise', async () => {
    const world = await arrange({ scope, userInfo: false }, { bare: true });
    await expect((await onTheWayBack(world)).comesBack()).rejects.toEqual(error('rejected', 'a person without a name'));
  });
});
