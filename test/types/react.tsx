import 'kommun-widgets/react';
import type { KommunFaq } from 'kommun-widgets';
import { createRef } from 'react';

const faq = createRef<KommunFaq>();

export const right = (
  <kommun-portal api="/api/v1" lang="sv">
    <kommun-faq ref={faq} className="wide" search exclusive={false} headingLevel={3} json-ld={true} onkommun-faq-toggled={({ question, open }) => question.at(open ? 0 : 1)}>
      <h3>Hur loggar jag ut?</h3>
    </kommun-faq>
    <kommun-faq heading-level="3" contactHref={undefined} contact-href="/kontakt/" key="second" />
    <kommun-eid-login again onkommun-session-ended={({ reason }) => reason === 'timeout'}><img slot="logo-bankid" alt="" /></kommun-eid-login>
    <kommun-child-picker required name="barn" value="" onkommun-child-chosen={({ childIds }) => childIds.length} />
    <kommun-unread-badge hidden />
  </kommun-portal>
);

export const wrong = [
  <kommun-faqs key="1" />, // wrong
  <kommun-faq key="2" search="ja" />, // wrong
  <kommun-faq key="3" headingLevel="tre" />, // wrong
  <kommun-faq key="4" heading-level="tre" />, // wrong
  <kommun-faq key="5" json-ld="false" />, // wrong
  <kommun-faq key="6" sarch />, // wrong
  <kommun-faq key="7" onkommun-faq-toggled={({ answer }) => answer} />, // wrong
  <kommun-faq key="8" onkommun-faq-toggled="toggled()" />, // wrong
  <kommun-child-picker key="9" validationMessage="" />, // wrong
  <kommun-eid-login key="10" ref={faq} />, // wrong
];
