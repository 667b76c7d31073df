import { describe, expect, it } from 'vitest';
import type { FaqFeed } from '../../src/contract/faq.ts';
import { portalConfigSchema } from '../../src/contract/portal-config.ts';
import { memoryRateLimits } from '../src/http/rate-limit.ts';
import { readAnswer } from './read-answer.ts';
import { testApp, testClock } from './test-app.ts';
import { testMunicipality } from './test-municipality.ts';

const swedish: FaqFeed = {
  items: [{ id: 'a', question: 'Vad är en e-legitimation?', answer: [{ kind: 'paragraph', content: ['En legitimation på nätet.'] }] }],
};

describe('the configuration', () => {
  it('tells a widget of the municipality, with paths made whole addresses', async () => {
    const { browser } = await testApp({ municipality: { links: { eidHelp: '/hjalp', contact: 'https://www.kommun.test/kontakt' } } });
    const config = await readAnswer(portalConfigSchema, browser().get('config'));
    expect(config).toMatchObject({
      municipality: { name: 'Provköping' },
      links: { eidHelp: 'https://kommun.test/hjalp', contact: 'https://www.kommun.test/kontakt' },
      faq: { feedback: false },
      session: { warnBeforeSeconds: 120 },
    });
    expect(config.eidProviders.map(({ id }) => id)).toEqual(['mobile-eid', 'other-eid']);
  });

  it('tells of an e-ID where its logo is and what it is for, and where e-IDs are tested', async () => {
    const [provider] = testMunicipality().eidProviders;
    const municipality = { eidProviders: [{ ...provider, logo: '/bilder/legitimation.svg', purposes: ['login', 'test'] }], links: { eidTest: '/testa' } };
    const { browser } = await testApp({ municipality });
    expect(await readAnswer(portalConfigSchema, browser().get('config'))).toMatchObject({
      eidProviders: [{ logo: 'https://kommun.test/bilder/legitimation.svg', purposes: ['login', 'test'] }],
      links: { eidTest: 'https://kommun.test/testa' },
    });
  });

  it('does not tell how an e-ID is reached, nor which sites are allowed', async () => {
    const { browser } = await testApp({ municipality: { allowedOrigins: ['https://intern.kommun.test'] } });
    const text = await (await browser().get('config')).text();
    expect(text).toContain('mobile-eid');
    expect(text).not.toMatch(/simulated|driver|intern\.kommun/);
  });
});

describe.each(['config', 'faq?lang=sv'])('GET %s', (path) => {
  const arrange = () => testApp({ municipality: { faq: { feeds: { sv: swedish } } } });

  it('may be kept for five minutes, by anyone', async () => {
    const { headers } = await (await arrange()).browser().get(path);
    expect(headers.get('Cache-Control')).toBe('public, max-age=300, stale-while-revalidate=86400');
    expect(headers.get('Vary')).toContain('Origin');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  it('is not sent again to a browser that has it', async () => {
    const page = (await arrange()).browser();
    const etag = (await page.get(path)).headers.get('ETag') ?? '';
    const again = await page.get(path, { 'If-None-Match': etag, Origin: 'https://www.kommun.test' });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('Cache-Control')).toContain('max-age=300');
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('https://www.kommun.test');
    expect((await page.get(path, { 'If-None-Match': '"another"' })).status).toBe(200);
  });
});

describe('the FAQ feed', () => {
  it('is in the language asked for, in the municipality’s own when none is', async () => {
    const english: FaqFeed = { items: [] };
    const page = (await testApp({ municipality: { faq: { feeds: { sv: swedish, en: english } } } })).browser();
    expect(await (await page.get('faq?lang=en')).json()).toEqual(english);
    expect(await (await page.get('faq')).json()).toEqual(swedish);
  });

  it.each(['fi', 'constructor', '__proto__'])('does not exist in a language that the municipality has no questions in: %s', async (lang) => {
    const page = (await testApp({ municipality: { faq: { feeds: { sv: swedish } } } })).browser();
    const answer = await page.get(`faq?lang=${lang}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('refuses a language that is no language without repeating it', async () => {
    const answer = await (await testApp()).browser().get(`faq?lang=${'19900101-2385'.repeat(4)}`);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(JSON.parse(text).errors).toEqual([{ pointer: '/lang', code: 'too-big' }]);
    expect(text).not.toContain('2385');
  });
});

describe('feedback on an answer', () => {
  const open = { municipality: { faq: { feedback: true } } };

  it('is counted for the question, and that is all that is kept', async () => {
    const { deps, browser } = await testApp(open);
    const page = browser();
    expect((await page.post('faq/opinions', { question: 'en-fråga', helpful: true })).status).toBe(204);
    await page.post('faq/opinions', { question: 'en-fråga', helpful: false });
    await browser().post('faq/opinions', { question: 'en-fråga', helpful: true });
    expect(await deps.store.faqFeedback.totals()).toEqual([{ question: 'en-fråga', helpful: 2, notHelpful: 1 }]);
    expect(page.cookies.size).toBe(0);
  });

  it('is refused when the municipality does not take it', async () => {
    const { deps, browser } = await testApp();
    const answer = await browser().post('faq/opinions', { question: 'q', helpful: true });
    expect(await answer.json()).toMatchObject({ code: 'feedback-not-allowed', status: 403 });
    expect(await deps.store.faqFeedback.totals()).toEqual([]);
  });

  it.each(['Mitt barn heter Kim', '19900101-9802', 'fraga-9001019802'])('takes neither free text nor a personal number in the place of a question: %s', async (question) => {
    const { deps, browser } = await testApp(open);
    const answer = await browser().post('faq/opinions', { question, helpful: true });
    expect(answer.status).toBe(422);
    expect(await deps.store.faqFeedback.totals()).toEqual([]);
  });

  it('is refused for a while after too much of it from one address', async () => {
    const clock = testClock();
    const rateLimits = memoryRateLimits(clock, { feedbackPerAddress: { attempts: 2, seconds: 60 } });
    const page = (await testApp({ ...open, clock, deps: { rateLimits } })).browser();
    const send = () => page.post('faq/opinions', { question: 'q', helpful: true });
    await send();
    await send();
    clock.forward(20);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('40');
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests', retryAfter: 40 });
    clock.forward(40);
    expect((await send()).status).toBe(204);
  });
});
