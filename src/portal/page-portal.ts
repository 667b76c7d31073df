import { ContextEvent, type Context, type ContextCallback } from '@lit/context';
import { warnAttribute } from '../kit/warn-editor.ts';
import { apiAddress } from './api-address.ts';
import { connectionTo } from './connection.ts';
import { onPage, type PageDefault } from './page-default.ts';
import { portalContext, type Portal } from './portal.ts';
import { spokenLanguage } from './spoken-language.ts';

const subscribers = new Map<ContextCallback<Portal>, () => void>();
let answering = false;

function pagePortal(): Portal {
  const { api: written, language } = onPage() ?? {};
  const api = apiAddress(written);
  const tag = document.querySelector('script[data-api]') ?? document.documentElement;
  const told = written !== undefined && !api;
  if (told) warnAttribute(tag, 'data-api', written, 'en adress, till exempel https://e-tjanster.kommunen.se/api/v1');
  return { connection: api && connectionTo(api), language: spokenLanguage(tag, 'data-lang', language), told };
}

function onRequest(event: ContextEvent<Context<unknown, unknown>>): void {
  if (event.context !== portalContext) return;
  event.stopPropagation();
  const callback = event.callback as ContextCallback<Portal>;
  const origin = event.composedPath()[0] as Element;
  const unready = event.composedPath().some((node) => node instanceof Element && node.matches('kommun-portal:not(:defined)'));
  if (unready) {
    void customElements.whenDefined('kommun-portal').then(() => {
      origin.dispatchEvent(new ContextEvent(portalContext, origin, callback, event.subscribe ?? false));
    });
    return;
  }
  const stop = () => subscribers.delete(callback);
  if (event.subscribe) subscribers.set(callback, stop);
  callback(pagePortal(), event.subscribe ? stop : undefined);
}

/** Lets the page itself stand in where no `kommun-portal` surrounds a widget. May be called any number of times. */
export function answerFromPage(): void {
  if (answering) return;
  answering = true;
  document.addEventListener('context-request', onRequest as EventListener);
}

/** Sets the page's own default for those who do without the loader's script tag. */
export function setPagePortal(settings: Omit<PageDefault, 'version'>): void {
  onPage({ version: '', ...onPage(), ...settings });
  for (const [callback, stop] of subscribers) callback(pagePortal(), stop);
}
