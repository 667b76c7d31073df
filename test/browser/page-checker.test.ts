import { expect } from 'chai';
import { checkPage } from '../../demo/builder/checker.ts';
import type { Facts } from '../../demo/builder/check-installation.ts';
import type { Fetched } from '../../demo/builder/fetched.contract.ts';
import { readPage } from '../../demo/builder/read-page.ts';

const src = 'https://widgets.kommun.test/v1/kommun.js';
const api = 'https://widgets.kommun.test/api/v1';
const head = `<script type="module" src="${src}" data-api="${api}"></script>`;
const link = '<p><a href="/w/faq#kommun-faq?heading-level=3">Frågor och svar</a></p><h3>Ett?</h3><p>1</p>';
const page = new URL('https://www.kommun.test/sida');

const answer = (changes: Partial<Extract<Fetched, { ok: true }>> = {}): Fetched => ({ ok: true, address: src, status: 200, contentType: 'text/javascript', allowOrigin: '*', policy: '', body: '', ...changes });
const config = answer({ contentType: 'application/json', allowOrigin: page.origin, body: '{"municipality":{},"eidProviders":[]}' });
const silent: Fetched = { ok: false, reason: 'unreachable' };
const allWell: Facts = { page, policy: '', answers: new Map([[src, answer()], [api, config]]) };

const codesIn = (html: string, facts: Facts = allWell): string[] => checkPage(readPage(html), facts).findings.map(({ code }) => code);
const answering = (loader: Fetched, backend: Fetched): Facts => ({ ...allWell, answers: new Map([[src, loader], [api, backend]]) });

describe('a page where all is right', () => {
  it('is told so, with what was looked at', () => {
    const { findings, checked, unchecked } = checkPage(readPage(head + link), allWell);
    expect(findings.length).to.equal(0);
    expect(unchecked.length).to.equal(0);
    expect(checked.join(', ')).to.contain('en widget med sina inställningar').and.to.contain('innehållspolicy');
  });

  it('is told what could not be looked at, when only its HTML is known', () => {
    const { findings, unchecked } = checkPage(readPage(head + link), {});
    expect(findings.length).to.equal(0);
    expect(unchecked).to.deep.equal(['att skriptet går att hämta', 'att kommunens tjänst svarar sidan', 'sidans innehållspolicy']);
  });

  for (const [what, content] of [
    ['a tag', '<kommun-eid-login next="/mina-sidor/" class="x" id="y">Ring oss</kommun-eid-login>'],
    ['a quotation', '<blockquote class="kommun-faq"><h3>Ett?</h3><p>1</p></blockquote>'],
    ['a text code', '<p>[kommun-faq heading-level=”3″]</p>'],
    ['a badge and a portal in the template', '<kommun-portal api="/api"><a href="/">Mina <kommun-unread-badge></kommun-unread-badge></a></kommun-portal><kommun-eid-test>Ring</kommun-eid-test>'],
    ['a code example beside it', `${link}<pre>&lt;kommun-faq&gt;</pre>`],
  ] as const) {
    it(`may have ${what}`, () => expect(codesIn(head + content)).to.deep.equal([]));
  }
});

describe('a page whose script is wrong', () => {
  for (const [what, code, html, facts] of [
    ['is missing', 'script-missing', link, allWell],
    ['is no module', 'script-not-module', `<script src="${src}" data-api="${api}"></script>${link}`, allWell],
    ['was held back for consent', 'script-not-module', `<script type="text/plain" src="${src}" data-api="${api}"></script>${link}`, allWell],
    ['does not answer', 'script-unreachable', head + link, answering(silent, config)],
    ['is not found', 'script-wrong', head + link, answering(answer({ status: 404 }), config)],
    ['is a page', 'script-wrong', head + link, answering(answer({ contentType: 'text/html' }), config)],
    ['is for its own site only', 'script-wrong', head + link, answering(answer({ allowOrigin: '' }), config)],
    ['is fetched in the open', 'script-insecure', `<script type="module" src="http://widgets.kommun.test/v1/kommun.js" data-api="${api}"></script>${link}`, allWell],
    ['is there twice', 'script-twice', head + head + link, allWell],
    ['is there in two versions', 'script-versions', `${head}<script type="module" src="https://widgets.kommun.test/v0/kommun.js"></script>${link}`, allWell],
    ['names no backend', 'api-missing', `<script type="module" src="${src}"></script>${link}`, allWell],
    ['names a backend by half', 'api-unclear', `<script type="module" src="${src}" data-api="widgets.kommun.test/api"></script>${link}`, allWell],
    ['names a backend that is silent', 'backend-unreachable', head + link, answering(answer(), silent)],
    ['names something that is no backend', 'backend-wrong', head + link, answering(answer(), answer({ body: '<html>' }))],
    ['names a backend that does not know the page', 'backend-refuses-page', head + link, answering(answer(), { ...config, ok: true, allowOrigin: '' } as Fetched)],
  ] as const) {
    it(`is told that it ${what}`, () => expect(codesIn(html, facts)).to.deep.equal([code]));
  }

  it('may have the backend on its own site, which needs no list', () => {
    const own = '/api/v1';
    const facts: Facts = { ...allWell, answers: new Map([[src, answer()], [own, { ...config, ok: true, allowOrigin: '' } as Fetched]]) };
    expect(codesIn(`<script type="module" src="${src}" data-api="${own}"></script>${link}`, facts)).to.deep.equal([]);
  });
});

describe('a page whose policy stops something', () => {
  const rest = 'script-src https://widgets.kommun.test; style-src https://widgets.kommun.test; connect-src https://widgets.kommun.test';
  for (const [policy, codes] of [
    [rest, []],
    [rest.replace('script-src', 'script-src-attr'), []],
    [`script-src 'self'; ${rest}`, ['policy-script']],
    [`connect-src 'self'; ${rest}`, ['policy-connect']],
    [`style-src 'self'; ${rest}`, ['policy-style']],
    [`trusted-types other; ${rest}`, ['policy-trusted-types']],
    ["default-src 'none'", ['policy-script', 'policy-connect', 'policy-style']],
  ] as const) {
    it(`is told what to add to ${policy}`, () => expect(codesIn(head + link, { ...allWell, policy })).to.deep.equal(codes));
  }

  it('is told so too when the policy lies in the page itself', () => {
    expect(codesIn(`<meta http-equiv="content-security-policy" content="connect-src 'self'">${head}${link}`)).to.deep.equal(['policy-connect']);
  });
});

describe('a page whose widget is wrong', () => {
  for (const [what, code, content] of [
    ['is not there', 'widget-missing', '<p>Hej</p>'],
    ['was taken away but for its words', 'widget-stripped', '<p>Mina ärenden</p>'],
    ['is a link that lost its end', 'widget-stripped', '<p><a href="https://widgets.kommun.test/w/faq">Frågor och svar</a></p>'],
    ['is text to visitors', 'widget-as-text', '<p>&lt;kommun-faq&gt;&lt;/kommun-faq&gt;</p>'],
    ['is text beside a widget that works', 'widget-as-text', `${link}<p>&lt;kommun-faq&gt;</p>`],
    ['stands as code', 'widget-as-text', '<pre>[kommun-faq]</pre>'],
    ['stands among comments', 'widget-in-comment', '<div class="comments"><a href="/#kommun-faq">Frågor</a></div>'],
    ['came from a visitor', 'widget-in-comment', '<p><a rel="ugc" href="/#kommun-faq">Frågor</a></p>'],
    ['stands in a button', 'widget-out-of-place', '<button data-kommun="faq">Frågor</button>'],
    ['has no such name', 'widget-unknown', '<kommun-frågor>Frågor</kommun-frågor>'],
    ['is misspelt as a link', 'widget-unknown', '<a href="/#kommun-fac">Frågor</a>'],
    ['is misspelt as a text code', 'widget-unknown', '<p>[kommun-fag heading-level=3]</p>'],
    ['is empty of questions', 'widget-empty', '<kommun-faq></kommun-faq>'],
    ['says nothing without JavaScript', 'widget-empty', '<kommun-eid-login></kommun-eid-login>'],
    ['has a setting that is misspelt', 'setting-unknown', '<p><a href="/#kommun-faq?heading-levl=3">Frågor</a></p>'],
    ['has a choice that there is not', 'setting-wrong', '<p>[kommun-faq heading-level=7]</p>'],
    ['leads to another site', 'setting-wrong', '<p><a href="/#kommun-faq?src=https://annan.test/faq">Frågor</a></p>'],
    ['lacks what it needs', 'setting-missing', '<kommun-child-picker name="barn">Välj barn</kommun-child-picker>'],
    ['lacks what another setting needs', 'setting-missing', '<kommun-case-inbox compact>Ärenden</kommun-case-inbox>'],
  ] as const) {
    it(`is told that it ${what}`, () => expect(codesIn(head + content)).to.deep.equal([code]));
  }

  it('is told the name that was meant', () => {
    const [finding] = checkPage(readPage(`${head}<kommun-eid-logn>Logga in</kommun-eid-logn>`), allWell).findings;
    expect(finding!.fix).to.contain('Menar du kommun-eid-login?');
  });

  it('is told of faults before advice, and of each but once', () => {
    expect(codesIn(`${head}${head}<kommun-eid-login></kommun-eid-login><kommun-faq></kommun-faq><kommun-faq></kommun-faq>`)).to.deep.equal(['widget-empty', 'script-twice', 'widget-empty']);
  });
});
