import { expect } from 'chai';
import { checkPage } from '../../demo/builder/checker.ts';
import type { Facts } from '../../demo/builder/check-installation.ts';
import type { Fetched } from '../../demo/builder/fetched.contract.ts';
import { readPage } from '../../demo/builder/read-page.ts';

const src = 'https://widgets.kommun.test/v1/kommun.js';
const api = 'https://widgets.kommun.test/api/v1';
const head = `<script data-phone="0476-55000" type="module" src="${src}" data-api="${api}"></script>`;
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
    ['links and marks that begin with the word for a municipality', `${link}<button><a href="/#kommun-och-politik">Kommun och politik</a></button><p data-kommun="0765">Älmhult</p><blockquote class="kommun-wide">Citat</blockquote>`],
    ['a link to a part of the page called as a widget is', `${link}<a href="#kommun-eid-test">Ned</a><h2 id="kommun-eid-test">Testa</h2>`],
    ['whatever it likes where widgets are kept out', `${link}<div data-kommun-ignore><kommun-fac></kommun-fac><a href="/#kommun-fac">x</a><p>[kommun-fac] &lt;kommun-faq&gt;</p></div>`],
    ['a page of its own that a widget leads to', '<p>[kommun-faq contact-href=kontakt.html]</p><p>[kommun-faq contact-href=#ring]</p><p>[kommun-faq contact-href=?sida=2]</p>'],
    ['a setting that a link says no to', '<p>[kommun-case-inbox compact=nej limit=200]</p>'],
    ['a link to the own page of a widget that stands in another', '<kommun-case-inbox><a href="/w/eid-login">Logga in</a></kommun-case-inbox>'],
  ] as const) {
    it(`may have ${what}`, () => expect(codesIn(head + content)).to.deep.equal([]));
  }
});

describe('a page whose script is wrong', () => {
  for (const [what, code, html, facts] of [
    ['is missing', 'script-missing', link, allWell],
    ['is no module', 'script-not-module', `<script data-phone="0476-55000" src="${src}" data-api="${api}"></script>${link}`, allWell],
    ['was held back for consent', 'script-not-module', `<script data-phone="0476-55000" type="text/plain" src="${src}" data-api="${api}"></script>${link}`, allWell],
    ['does not answer', 'script-unreachable', head + link, answering(silent, config)],
    ['is not found', 'script-wrong', head + link, answering(answer({ status: 404 }), config)],
    ['is a page', 'script-wrong', head + link, answering(answer({ contentType: 'text/html' }), config)],
    ['is for its own site only', 'script-wrong', head + link, answering(answer({ allowOrigin: '' }), config)],
    ['is fetched in the open', 'script-insecure', `<script data-phone="0476-55000" type="module" src="http://widgets.kommun.test/v1/kommun.js" data-api="${api}"></script>${link}`, allWell],
    ['is there twice', 'script-twice', head + head + link, allWell],
    ['is there in two versions', 'script-versions', `${head}<script data-phone="0476-55000" type="module" src="https://widgets.kommun.test/v0/kommun.js"></script>${link}`, allWell],
    ['says nowhere to call', 'phone-missing', head.replace(/ data-phone="[^"]+"/, '') + link, allWell],
    ['says its backend outside the head', 'api-missing', `${head.replace(/ data-api="[^"]+"/, '')}${link}<meta name="kommun-api" content="${api}">`, allWell],
    ['names no backend', 'api-missing', `<script data-phone="0476-55000" type="module" src="${src}"></script>${link}`, allWell],
    ['names a backend by half', 'api-unclear', `<script data-phone="0476-55000" type="module" src="${src}" data-api="widgets.kommun.test/api"></script>${link}`, allWell],
    ['names a backend in the open', 'backend-insecure', `<script data-phone="0476-55000" type="module" src="${src}" data-api="http://widgets.kommun.test/api/v1"></script>${link}`, allWell],
    ['names a stranger\'s backend in a portal', 'portal-elsewhere', `${head}<kommun-portal api="https://annan.test/api/v1">${link}</kommun-portal>`, allWell],
    ['names a backend that is silent', 'backend-unreachable', head + link, answering(answer(), silent)],
    ['names something that is no backend', 'backend-wrong', head + link, answering(answer(), answer({ body: '<html>' }))],
    ['names a backend that does not know the page', 'backend-refuses-page', head + link, answering(answer(), { ...config, ok: true, allowOrigin: '' } as Fetched)],
  ] as const) {
    it(`is told that it ${what}`, () => expect(codesIn(html, facts)).to.deep.equal([code]));
  }

  it('is told that nobody reads what a repetition of it says', () => {
    expect(codesIn(`<script data-phone="0476-55000" type="module" src="${src}"></script>${head}${link}`)).to.deep.equal(['api-missing', 'script-twice']);
  });

  it('may have all its widgets in a portal that names a backend', () => {
    expect(codesIn(`<script data-phone="0476-55000" type="module" src="${src}"></script><kommun-portal api="${api}">${link}</kommun-portal>`)).to.deep.equal([]);
  });

  it('may have the backend on its own site, which needs no list', () => {
    const own = '/api/v1';
    const facts: Facts = { ...allWell, answers: new Map([[src, answer()], [own, { ...config, ok: true, allowOrigin: '' } as Fetched]]) };
    expect(codesIn(`<script data-phone="0476-55000" type="module" src="${src}" data-api="${own}"></script>${link}`, facts)).to.deep.equal([]);
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

  it('is told of logos that it stops', () => {
    const withLogo = { ...config, ok: true, body: '{"municipality":{},"eidProviders":[{"logo":"https://bilder.kommun.test/bankid.svg"}]}' } as Fetched;
    const facts = { ...answering(answer(), withLogo), policy: `default-src 'self'; ${rest}` };
    expect(codesIn(head + link, facts)).to.deep.equal(['policy-images']);
    expect(checkPage(readPage(head + link), facts).findings[0]!.fix).to.contain('img-src https://bilder.kommun.test');
  });

  it('is told so too when the policy lies in the page itself', () => {
    expect(codesIn(`<meta http-equiv="content-security-policy" content="connect-src 'self'">${head}${link}`)).to.deep.equal(['policy-connect']);
  });
});

describe('a page whose widget is wrong', () => {
  for (const [what, code, content] of [
    ['is not there', 'widget-missing', '<p>Hej</p>'],
    ['was taken away but for its words', 'widget-stripped', '<p>Mina ärenden</p>'],
    ['was taken away but for its words, below a badge', 'widget-stripped', '<kommun-portal><a href="/">Mina <kommun-unread-badge></kommun-unread-badge></a></kommun-portal><p>Mina ärenden</p>'],
    ['is not there, below a badge', 'widget-missing', '<a href="/">Mina <kommun-unread-badge></kommun-unread-badge></a>'],
    ['is a link that lost its end, beside a widget that works', 'widget-stripped', `${link}<p><a href="/w/eid-test">Testa</a></p>`],
    ['is a link that lost its end', 'widget-stripped', '<p><a href="https://widgets.kommun.test/w/faq">Frågor och svar</a></p>'],
    ['is text to visitors', 'widget-as-text', '<p>&lt;kommun-faq&gt;&lt;/kommun-faq&gt;</p>'],
    ['is text beside a widget that works', 'widget-as-text', `${link}<p>&lt;kommun-faq&gt;</p>`],
    ['stands as code', 'widget-as-text', '<pre>[kommun-faq]</pre>'],
    ['stands among comments', 'widget-in-comment', '<div class="comments"><a href="/#kommun-faq">Frågor</a></div>'],
    ['came from a visitor', 'widget-in-comment', '<p><a rel="ugc" href="/#kommun-faq">Frågor</a></p>'],
    ['is a tag among comments', 'widget-in-comment', '<div class="comments"><kommun-eid-login>Ring</kommun-eid-login></div>'],
    ['is a tag in a field that can be written in', 'widget-in-editor', '<div contenteditable><kommun-eid-login>Ring</kommun-eid-login></div>'],
    ['is a tag in a code example', 'widget-as-text', '<pre><kommun-eid-login>Ring</kommun-eid-login></pre>'],
    ['is a link in a menu', 'widget-out-of-place', '<nav><a href="/#kommun-faq?search">Frågor</a></nav>'],
    ['stands in a button', 'widget-out-of-place', '<button data-kommun="faq">Frågor</button>'],
    ['has no such name', 'widget-unknown', '<kommun-frågor>Frågor</kommun-frågor>'],
    ['is misspelt as a link', 'widget-unknown', '<a href="/#kommun-fac">Frågor</a>'],
    ['is misspelt as a text code', 'widget-unknown', '<p>[kommun-fag heading-level=3]</p>'],
    ['is a tag whose beginning is misspelt', 'widget-unknown', '<komun-faq><h3>Ett?</h3></komun-faq>'],
    ['is a text code whose beginning is misspelt', 'widget-unknown', '<p>[komun-faq search]</p>'],
    ['is a link with settings and no such name', 'widget-unknown', '<a href="/#kommun-vaccin?heading-level=3">Vaccin</a>'],
    ['is a text code without an end', 'widget-as-text', '<p>[kommun-faq heading-level=3</p>'],
    ['is the second text code of a line, and misspelt', 'widget-unknown', '<p>[kommun-faq] och [kommun-eid-logn]</p>'],
    ['is the second text code of a line, with a setting that is wrong', 'setting-wrong', '<p>[kommun-faq] och [kommun-eid-test heading-level=9]</p>'],
    ['is a link that says nothing', 'widget-empty', '<p><a href="/#kommun-eid-login"></a></p>'],
    ['is a quotation that says nothing', 'widget-empty', '<blockquote class="kommun-faq"></blockquote>'],
    ['is empty of questions', 'widget-empty', '<kommun-faq></kommun-faq>'],
    ['says nothing without JavaScript', 'widget-empty', '<kommun-eid-login></kommun-eid-login>'],
    ['has a setting that is misspelt', 'setting-unknown', '<p><a href="/#kommun-faq?heading-levl=3">Frågor</a></p>'],
    ['has a choice that there is not', 'setting-wrong', '<p>[kommun-faq heading-level=7]</p>'],
    ['has a mark of an editor\'s', 'setting-unknown', '<kommun-faq _ngcontent-abc-c12 src="/faq">Frågor</kommun-faq>'],
    ['has a choice that is on although it says no', 'setting-wrong', '<kommun-faq exclusive="false" src="/faq">Frågor</kommun-faq>'],
    ['asks for too much at a time', 'setting-wrong', '<p>[kommun-case-inbox limit=201]</p>'],
    ['leads to another site', 'setting-wrong', '<p><a href="/#kommun-faq?src=https://annan.test/faq">Frågor</a></p>'],
    ['lacks what it needs', 'setting-missing', '<kommun-child-picker name="barn">Välj barn</kommun-child-picker>'],
    ['lacks what another setting needs', 'setting-missing', '<kommun-case-inbox compact>Ärenden</kommun-case-inbox>'],
  ] as const) {
    it(`is told that it ${what}`, () => expect(codesIn(head + content)).to.deep.equal([code]));
  }

  it('is told of what may be no setting at all as advice', () => {
    const kindOf = (attribute: string) => checkPage(readPage(`${head}<kommun-faq src="/faq" ${attribute}>Frågor</kommun-faq>`), allWell).findings[0]?.kind;
    expect(['accesskey="f"', 'serach'].map(kindOf)).to.deep.equal(['advice', 'fault']);
  });

  it('is not told that an address leads to another site when nobody knows which the page is on', () => {
    expect(codesIn(`${head}<p>[kommun-faq contact-href=https://www.kommun.test/kontakt]</p>`, {})).to.deep.equal([]);
  });

  it('is told the name that was meant', () => {
    const [finding] = checkPage(readPage(`${head}<kommun-eid-logn>Logga in</kommun-eid-logn>`), allWell).findings;
    expect(finding!.fix).to.contain('Menar du kommun-eid-login?');
  });

  it('is told of faults before advice, and of each but once', () => {
    expect(codesIn(`${head}${head}<kommun-eid-login></kommun-eid-login><kommun-faq></kommun-faq><kommun-faq></kommun-faq>`)).to.deep.equal(['widget-empty', 'script-twice', 'widget-empty']);
  });
});
