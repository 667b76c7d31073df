/** A way to write a widget into a page: the list of questions, with the same two settings in each. */
export interface Shape {
  /** What it is called in the table that web managers read. */
  name: string;
  /** What it is called in a sentence about it. */
  said: string;
  /** What the editor's content is set to; or the link that the editor's own command is given. */
  written: string | OwnLink;
  /** It leads here without the widget, and must do so still. */
  leadsTo?: string;
  /** It must come through everything. */
  isLink?: true;
}

export interface OwnLink {
  href: string;
  text: string;
}

const leadsTo = '/fragor/';
const address = `${leadsTo}#kommun-faq?heading-level=3&search`;
const inHtml = address.replace('&', '&amp;');
const text = 'Frågor och svar';

export const shapes: readonly Shape[] = [
  { name: 'länk', said: 'a link', written: `<p><a href="${inHtml}">${text}</a></p>`, leadsTo, isLink: true },
  { name: 'egen länkknapp', said: 'a link made by its own button', written: { href: address, text }, leadsTo, isLink: true },
  { name: 'fet länk, nytt fönster', said: 'a bold link to a new window', written: `<p><strong><a title="${text}" href="${inHtml}" target="_blank" rel="noopener noreferrer">${text}</a></strong></p>`, leadsTo, isLink: true },
  { name: 'textkod', said: 'a text code', written: '<p>[kommun-faq heading-level=3 search]</p>' },
  { name: 'textkod, "citattecken"', said: 'a text code in quotes', written: '<p>[kommun-faq heading-level="3" search="ja"]</p>' },
  { name: 'textkod, ”typografiska”', said: 'a text code in curly quotes', written: '<p>[kommun-faq heading-level=”3” search=”ja”]</p>' },
  { name: 'citat', said: 'a quotation', written: `<blockquote class="kommun-faq" data-heading-level="3" data-search="ja"><p><a href="${leadsTo}">${text}</a></p></blockquote>`, leadsTo },
  { name: 'märkt stycke', said: 'a marked paragraph', written: `<p data-kommun="faq" data-heading-level="3" data-search="ja"><a href="${leadsTo}">${text}</a></p>`, leadsTo },
  { name: 'tagg med innehåll', said: 'a tag with questions in it', written: '<kommun-faq heading-level="3" search=""><h3>Hur gammal ska man vara?</h3><p>Minst tre år.</p></kommun-faq>' },
  { name: 'tom tagg', said: 'an empty tag', written: '<kommun-faq heading-level="3" search="" src="/api/v1/faq"></kommun-faq>' },
];

/** What no settings should let through: where widgets get things from, and what runs. */
export const harmful = '<p>Fråga?</p><kommun-portal api="https://ond.example/"><kommun-faq api="https://ond.example/" onclick="alert(1)" onmouseover="alert(1)"><p>Svar.</p></kommun-faq></kommun-portal>';
