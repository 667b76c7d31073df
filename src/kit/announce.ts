/** Off the screen, but there for screen readers. Set by property, which a strict CSP allows. */
const unseen = { position: 'absolute', inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' };

const settle = 150;
const forget = 5000;
/** More than this in this time is noise; the newest then waits and takes the place of what waited before it. */
const most = 4;
const span = 10_000;

let regions: Record<'polite' | 'assertive', HTMLElement> | undefined;
const timers = new Map<HTMLElement, ReturnType<typeof setTimeout>>();
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
  timers.forEach((timer) => clearTimeout(timer));
  timers.clear();
  regions = { polite: region('status'), assertive: region('alert') };
  spoken = [];
}

/** Says `message` to screen readers once. It must also stand in visible text. `within` is an open modal dialog's own region. */
export function announce(message: string, { lang, assertive = false, within }: { lang: string; assertive?: boolean; within?: HTMLElement }): void {
  prepareAnnouncer();
  const target = within ?? regions![assertive ? 'assertive' : 'polite'];
  clearTimeout(timers.get(target));
  target.lang = lang;
  timers.set(target, setTimeout(() => {
    spoken = [...spoken, Date.now()].slice(-most);
    target.textContent = message;
    timers.set(target, setTimeout(() => { target.textContent = ''; }, forget));
  }, assertive ? settle : Math.max(settle, pause())));
}

/** Milliseconds until one more announcement is not too many. */
function pause(): number {
  return spoken.length < most ? 0 : spoken[0]! + span - Date.now();
}
