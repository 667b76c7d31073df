import { siteRoot } from './site-root.ts';
import { rememberStart } from './started-from.ts';

const phoneAddress = new URL('telefon/', siteRoot);
const memory = 'demo-phone';

/** Shows the pretended phone beside the page, so that a visitor can try the login in one tab. */
export function phonePanel(): void {
  const toggles = [...document.querySelectorAll<HTMLButtonElement>('[data-phone-toggle]')];
  const panel = createPanel(() => close());
  document.body.append(panel.element);

  function show(address = phoneAddress): void {
    panel.show(address);
    remember('open');
    for (const toggle of toggles) describe(toggle, true);
  }
  function close(): void {
    panel.hide();
    remember('closed');
    for (const toggle of toggles) describe(toggle, false);
    (lastPressed ?? toggles[0])?.focus();
  }

  let lastPressed: HTMLButtonElement | undefined;
  for (const toggle of toggles) {
    toggle.hidden = false;
    toggle.setAttribute('aria-controls', panel.element.id);
    toggle.addEventListener('click', () => {
      lastPressed = toggle;
      if (panel.isOpen()) return close();
      show();
      panel.focus();
    });
  }
  // A start link is pressed inside a widget, which keeps the event to itself. The phone beside the page answers, as an
  // app on a computer would.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.href.startsWith(phoneAddress.href)) return;
    if (!panel.isOpen()) return rememberStart(location.href);
    event.preventDefault();
    show(new URL(link.href));
  }, { capture: true });
  if (remembered() === 'open') show();
}

function describe(toggle: HTMLButtonElement, open: boolean): void {
  toggle.setAttribute('aria-expanded', String(open));
  toggle.querySelector('span')!.textContent = open ? 'Göm telefonen' : 'Visa telefonen';
}

function createPanel(onClose: () => void) {
  const element = document.createElement('aside');
  element.id = 'telefonen';
  element.className = 'phone-panel';
  element.setAttribute('aria-labelledby', 'telefonen-rubrik');
  element.hidden = true;

  const heading = document.createElement('h2');
  heading.id = 'telefonen-rubrik';
  heading.tabIndex = -1;
  heading.textContent = 'Låtsad telefon';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'Stäng';
  button.addEventListener('click', onClose);
  const head = document.createElement('header');
  head.append(heading, button);

  const frame = document.createElement('iframe');
  frame.title = 'Låtsad telefon med e-legitimation';
  element.append(head, frame);
  element.addEventListener('keydown', ({ key }) => key === 'Escape' && onClose());

  return {
    element,
    isOpen: () => !element.hidden,
    show(address: URL): void {
      element.hidden = false;
      if (frame.src !== address.href) frame.src = address.href;
    },
    hide: () => void (element.hidden = true),
    focus: () => heading.focus(),
  };
}

// Whether it stood open is all that is kept, until the tab closes. A browser may refuse even that.
function remember(state: 'open' | 'closed'): void {
  try {
    sessionStorage.setItem(memory, state);
  } catch {}
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(memory);
  } catch {
    return null;
  }
}
