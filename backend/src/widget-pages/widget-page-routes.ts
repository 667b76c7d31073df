import { Hono, type Context } from 'hono';
import type { Deps } from '../deps.ts';
import { alsoCalled, ownPages, type OwnPage } from './own-page.ts';
import { notFoundHtml, pageHtml } from './page-html.ts';

/** A page of its own for every widget, complete without any other site: `/w/faq`, in another language by `?lang=en`. `style` is its stylesheet. */
export function widgetPageRoutes({ municipality, allowedOrigins }: Pick<Deps, 'municipality' | 'allowedOrigins'>, style: string): Hono {
  const pages = new Map(Object.entries(ownPages));
  const names = new Map(Object.entries(alsoCalled));
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' https: data:", "form-action 'self'", "base-uri 'none'",
    // What takes an e-ID refuses by itself to run within another site, and offers a tab of its own.
    `frame-ancestors 'self' ${[...allowedOrigins].join(' ')}`, "require-trusted-types-for 'script'", 'trusted-types lit-html',
  ];
  const headers = { 'Content-Security-Policy': policy.join('; '), 'Referrer-Policy': 'strict-origin-when-cross-origin', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' };
  return new Hono()
    .get('/w/page.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300', 'X-Content-Type-Options': 'nosniff' }))
    .get('/w/:name', (c) => {
      const asked = c.req.param('name');
      const name = names.get(asked);
      // The browser takes the fragment along, and with it what the editor has set.
      if (name) return c.redirect(`/w/${name}${new URL(c.req.url).search}`, 301);
      return answer(c, pages.get(asked));
    })
    .get('/w/*', (c) => answer(c));

  function answer(c: Context, page?: OwnPage) {
    const asked = c.req.query('lang');
    const language = asked && municipality.languages.includes(asked) ? asked : municipality.defaultLanguage;
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return page ? c.html(pageHtml(page, municipality, language)) : c.html(notFoundHtml(municipality, language), 404);
  }
}
