import { define } from './kit/define.ts';
import { version } from './version.ts';

// The one script tag of a site. It reads its own attributes, finds the tags that the page uses, now and later,
// and fetches each widget's code when it comes near the viewport. Whatever goes wrong, the host page goes on.

// Both at once: the widget's own file would otherwise name the shared one only after it has arrived.
const beside = <T>(widget: Promise<T>): Promise<T> => (import('./base.ts').catch(() => {}), widget);

type File = Record<string, CustomElementConstructor>;

/** The file of a tag, which exports the element's class and nothing else. Those that fewer pages have are named in a file of their own. */
const further = (tag: string) => import('./further.ts').then(({ files }) => files[tag]!());
const usual: Readonly<Record<string, () => Promise<File>>> = {
  'kommun-portal': () => import('./portal/portal.element.ts'),
  'kommun-faq': () => import('./widgets/faq/faq.element.ts'),
  'kommun-eid-login': () => import('./widgets/login/login.element.ts'),
};
const unready = ':is(kommun-portal,kommun-faq,kommun-eid-login,kommun-eid-test,kommun-case-inbox,kommun-unread-badge,kommun-guardian-signature,kommun-child-picker):not(:defined)';
/** What may be an editor's anchor, by its element or by its text, or a frame that is to grow. */
const anchors = 'a[href*="#kommun-"],[data-kommun],blockquote[class*=kommun-],iframe[src*="/w/"]';
const anchorText = '[kommun-';
/** Where visitors write, where code is shown, and what the editor has open: what stands there is shown as it is. */
const notForWidgets = '.comment,.comments,#comments,[rel~=ugc],:read-write,pre,code,[data-kommun-ignore]';
/** Where editors work: Sitevision, WordPress; Optimizely says so in the address of the page that it frames. */
const editors = ':is(html,body):is(.sv-edit-mode,.sv-editing-mode,.sv-classic-edit-mode,.wp-admin)';
const asked = new Set<string>();
const seen = new WeakSet<Element>();

function load(tag: string): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  beside((usual[tag] ?? further)(tag)).then((file) => define(tag, onlyInPlace(Object.values(file)[0]!))).catch((error: unknown) => {
    asked.delete(tag);
    console.warn(`<${tag}> kunde inte hämtas.`, error);
    excuse(tag);
  });
}

/** The element, which does nothing where no widget is to stand: a browser makes one of every tag that it knows. */
function onlyInPlace(element: CustomElementConstructor): CustomElementConstructor {
  const { prototype } = element;
  const connect = prototype.connectedCallback;
  prototype.connectedCallback = function (this: Element) {
    if (!this.closest(notForWidgets)) connect.call(this);
  };
  return element;
}

/** Says where a widget should stand that it cannot be shown, unless the editor wrote something there. No widget shows that slot, so it goes when the code comes after all. */
function excuse(tag: string): void {
  for (const place of document.querySelectorAll(tag)) {
    if (/portal|badge/.test(tag) || place.textContent!.trim() || place.closest(notForWidgets)) continue;
    place.append(Object.assign(document.createElement('p'), { slot: 'kommun-anchor', lang: 'sv', textContent: page[mark]!.sorry }));
  }
}

function loadAll(): void {
  for (const { localName } of document.querySelectorAll(unready)) load(localName);
}

function scan(near: IntersectionObserver, added: readonly Node[]): void {
  for (const element of document.querySelectorAll(unready)) {
    if (seen.has(element)) continue;
    seen.add(element);
    // A portal takes no room of its own, so it is never near anything. What an address leads to only the code may know.
    if (location.hash || element.matches('kommun-portal,:focus-within')) load(element.localName);
    else near.observe(element);
  }
  if (added.some(({ parentNode, textContent }) => parentNode?.querySelector(anchors) || textContent?.includes(anchorText))) import('./anchors/anchors.ts').then(({ upgradeAnchors }) => upgradeAnchors()).catch(console.warn);
}

function start(): void {
  if (document.querySelector(editors) || (parent !== window && /epieditmode=t/i.test(location.search))) return void import('./further.ts').then(({ labelPlaces }) => labelPlaces()).catch(console.warn);
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) load(target.localName);
    }
  }, { rootMargin: '800px' });
  scan(near, [document.documentElement]);
  new MutationObserver((changes) => scan(near, changes.flatMap(({ addedNodes }) => [...addedNodes]))).observe(document, { childList: true, subtree: true });
  for (const name of ['beforeprint', 'hashchange', 'online']) addEventListener(name, loadAll);
}

const mark = Symbol.for('kommun-widgets');
const page = globalThis as { [mark]?: { version: string; api?: string | undefined; language?: string | undefined; phone: string | undefined; sorry: string } };
const first = page[mark];
if (!first) {
  const tag = [...document.scripts].find(({ src }) => src === import.meta.url)
    // Behind a redirect the code has another address than the tag says.
    ?? document.querySelector<HTMLScriptElement>('script[type=module][data-api]');
  const meta = document.querySelector<HTMLMetaElement>('head>meta[name=kommun-api]');
  const phone = tag?.dataset['phone'];
  page[mark] = { version, api: tag?.dataset['api'] ?? meta?.content, language: tag?.dataset['lang'], phone, sorry: `Det här går inte att visa just nu.${phone ? ` Ring ${phone}.` : ''}` };
  // What the editor wrote is drawn first, and on the screen: the work below would hold that up, right after the drawing too.
  requestAnimationFrame(() => requestAnimationFrame(start));
} else if (first.version !== version) {
  console.warn(`kommun-widgets ${first.version} finns redan på sidan. Ta bort skriptet för ${version}.`);
}
