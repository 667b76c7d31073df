import { html, nothing } from 'lit';
import { telephone } from '../../kit/telephone.ts';
import { warnEditor } from '../../kit/warn-editor.ts';
import { safeHref } from './faq.href.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { SearchController } from './faq.search.controller.ts';
import { surroundingsOf, type LatePart, type Surroundings } from './faq.surroundings.ts';

/** What a search adds to a list: how many it found, and the way on for somebody who found nothing. */
export function searchPart(host: FaqHost, list: FaqList): LatePart & { readonly count: string | undefined } {
  const surroundings = surroundingsOf(host);
  const search = new SearchController(host, list);
  return {
    portal: surroundings.portal,
    get count() {
      return search.count;
    },
    render: () => (list.found?.size === 0 && surroundings.words.ready ? contactView(host, surroundings) : nothing),
  };
}

/** Leads to whoever can answer: the editor's own link, else what the municipality says of itself, else plain words. */
function contactView(host: FaqHost, { portal, words: { say, language } }: Surroundings): unknown {
  const { connection } = portal;
  const config = connection?.knownConfig;
  const own = safeHref(host.contactHref);
  if (!own && !config) void connection?.config();
  const href = own ?? safeHref(config?.links.contact);
  const { phone, email } = config?.serviceCentre ?? {};
  if (!own && portal.settled && !connection) warnEditor({ element: host, message: 'Den som inte hittar något svar får ingen väg vidare. Skriv adressen till er kontaktsida i attributet contact-href.' });
  return html`<div class="way-on" lang=${language}>
    <p><strong>${say('no-answer')}</strong></p>
    <p>${say(href || phone ? 'no-answer.fix' : 'no-answer.word')}</p>
    <p>
      ${href ? html`<a href=${href}>${say('contact')}</a>` : nothing}
      ${phone && !own ? html`<a href=${telephone(phone)}>${phone}</a>` : nothing}
      ${email && !own ? html`<a href="mailto:${email}">${email}</a>` : nothing}
    </p>
  </div>`;
}
