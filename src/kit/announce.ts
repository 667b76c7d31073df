/** Off the screen, but there for screen readers. Set by property, which a strict CSP allows. */
const unseen = { position: 'absolute', inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' };

const settle = 150;
const forget = 5000;
/** More than this in this time is noise; the newest then waits and takes the place of what waited before it. */
const most = 4;
const span = 10_000;

let regions: Record<'polite' | 'assertive', HTMLElement> | undefined;
/** In each region, what is waiting to be said and what says it; what is said waits only to be taken away. */
const lines = new Map<HTMLElement, readonly [timer: ReturnType<typeof setTimeout>, text?: string]>();
let spoken: number[] = [];

function region(role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.setAttribute('aria-atomic', 'true');
  Object.assign(element.style, unseen);
  document.body.append(element);
  return element;
}

/**
 * Makes the page's live regions, which must exist before they speak. Call when a widget appears.
 * They stand in the body, since readers miss those nested in shadow roots.
 */
export function prepareAnnouncer(): void {
  if (regions?.polite.isConnected) return;
  // What was to be said on a page that is gone would only keep what is to be said on this one waiting.
  hush();
  regions = { polite: region('status'), assertive: region('alert') };
  spoken = [];
}

/** Takes back what is still to be said and what stands in the page for readers: it may be about somebody who has left. */
export function hush(): void {
  lines.forEach(([timer], target) => {
    clearTimeout(timer);
    target.textContent = '';
  });
  lines.clear();
}

/**
 * Says `message` to screen readers once, after what is about to be said. It must also stand in visible text.
 * `within` is an open modal dialog's own region.
 */
export function announce(message: string, { lang, assertive = false, within }: { lang: string; assertive?: boolean; within?: HTMLElement }): void {
  prepareAnnouncer();
  const target = within ?? regions![assertive ? 'assertive' : 'polite'];
  const [last, before] = lines.get(target) ?? [];
  clearTimeout(last);
  target.lang = lang;
  // Milliseconds until one more announcement is not too many.
  const pause = assertive || spoken.length < most ? settle : Math.max(settle, spoken[0]! + span - Date.now());
  const text = before && pause === settle && before !== message ? `${before} ${message}` : message;
  lines.set(target, [setTimeout(() => {
    spoken = [...spoken, Date.now()].slice(-most);
    target.textContent = text;
    lines.set(target, [setTimeout(() => { target.textContent = ''; }, forget)]);
  }, pause), text]);
}
