import { html, render, type ReactiveController } from 'lit';
import { warnEditor } from '../../kit/warn-editor.ts';
import { faqPage, type SpokenItem } from './faq.json-ld.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { textsIn } from './faq.texts.ts';

const type = 'application/ld+json';
const lists = new Map<Element, readonly SpokenItem[]>();
let script: HTMLScriptElement | undefined;

function publish(): void {
  const page = toldByPage() ? undefined : faqPage(lists.values());
  if (!page) return script?.remove();
  script ??= newScript();
  if (script.firstChild?.nodeValue !== page) script.replaceChildren(page);
  if (!script.isConnected) document.head.append(script);
}

/** Written by a template, since Trusted Types report text that is put into a script made any other way, whatever its type. */
function newScript(): HTMLScriptElement {
  const place = document.createElement('div');
  render(html`<script type="application/ld+json"></script>`, place);
  return place.querySelector('script')!;
}

/** Whether the site itself tells search engines about its questions. */
function toldByPage(): boolean {
  return document.querySelector('[itemtype$="schema.org/FAQPage"]') !== null
    || [...document.querySelectorAll<HTMLScriptElement>(`script[type="${type}"]`)].some((each) => each !== script && /"FAQPage"/.test(each.text));
}

const spoken = (nodes: readonly Node[]) => [...textsIn(nodes)].map(({ node, apart }) => (apart ? ' ' : '') + node.data).join('');

/** Tells search engines about the questions of this list, together with those of the page's other lists. */
export class JsonLdController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #list: FaqList;
  #told: unknown;

  constructor(host: FaqHost, list: FaqList) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostUpdated(): void {
    const { items } = this.#list;
    const wanted = this.#host.jsonLd && this.#host.isConnected ? items : undefined;
    if (wanted === this.#told) return;
    this.#told = wanted;
    if (wanted && toldByPage()) {
      warnEditor({ element: this.#host, message: 'Sidan beskriver redan sina frågor med FAQPage. Ta bort det eller attributet json-ld, så att frågorna inte beskrivs två gånger.' });
    }
    if (wanted) lists.set(this.#host, wanted.map(({ question, nodes }) => ({ question: question.textContent, answer: spoken(nodes) })));
    else lists.delete(this.#host);
    publish();
  }

  hostDisconnected(): void {
    this.#told = undefined;
    lists.delete(this.#host);
    publish();
  }
}
