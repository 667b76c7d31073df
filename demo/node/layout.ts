import { pages, type Page } from './pages.ts';
import { headSnippet } from './snippets.ts';

/** How the widgets' code comes to the page: by the loader's tag, or when the backend in the tab has started. */
export type Kind = 'server' | 'static';

/** A whole page of the site around its own content. */
export function pageHtml(page: Page, content: string, kind: Kind): string {
  return `<!doctype html>
<html lang="sv"${kind === 'static' ? ' data-static' : ''}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${page.path === '' ? `${page.title} (demonstration)` : `${page.title} – Älmhults kommun (demonstration)`}</title>
  <meta name="description" content="${page.description}">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" type="image/svg+xml" href="/favicon.svg">
  <link rel="stylesheet" href="/site.css">
  ${widgetTags(kind)}
  <script type="module" src="/site.ts"></script>
</head>
<body>
  <a class="skip" href="#innehall">Hoppa till innehållet</a>
  ${notice}
  ${header(page)}
  ${breadcrumbs(page)}
  <main id="innehall" tabindex="-1"${page.path === '' ? ' class="start"' : ''}>
${content.trim()}
  </main>
  ${footer}
  ${icons}
</body>
</html>
`;
}

function widgetTags(kind: Kind): string {
  // That address is the server's: the site's own build must leave it as it is.
  return kind === 'server' ? headSnippet.replace('<script ', '<script vite-ignore ') : '<script type="module" src="/static/start.ts"></script>';
}

const notice = `<div class="notice" role="region" aria-label="Om demonstrationen">
    <p><strong>Demonstration.</strong> Inte kommunens riktiga webbplats. Alla personer är påhittade.</p>
    <a href="/mejl/"><svg aria-hidden="true"><use href="#icon-mail"/></svg>Brevlådan</a>
    <button type="button" data-phone-toggle aria-expanded="false" hidden><svg aria-hidden="true"><use href="#icon-phone"/></svg><span>Visa telefonen</span></button>
  </div>`;

const wordmark = `<svg class="leaf" viewBox="0 0 40 48" aria-hidden="true">
        <path class="blade" d="M21 2c9 5 16 14 15 25-.8 8.6-7 14.5-14.5 15.5C12 43 4.5 36.5 4 27 3.5 17 11 7 21 2Z"/>
        <path class="vein" d="M21 2.5 20.5 47M20.8 13l6.5-4M20.7 20l10.3-6.5M20.7 27.5 34 19.5M20.6 35l13-8M20.8 16.5l-7-4M20.7 23.5 8.5 16.5M20.7 31 5.5 22.5M20.6 38.5 8 31"/>
      </svg>`;

function header(current: Page): string {
  const links = pages.filter(({ inNavigation }) => inNavigation).map((page) => `<li>${link(page, current)}</li>`);
  return `<header class="site-header">
    <a class="wordmark" href="/" aria-label="Älmhults kommun, till startsidan">
      ${wordmark}
      <span>Älmhults<br>kommun</span>
    </a>
    <button type="button" class="menu-button" data-menu aria-expanded="false" aria-controls="meny" hidden>Meny <kommun-unread-badge></kommun-unread-badge></button>
    <nav id="meny" aria-label="Huvudmeny">
      <ul>${links.join('')}</ul>
      <a class="log-in" href="/logga-in/"${current.path === 'logga-in/' ? ' aria-current="page"' : ''}><svg aria-hidden="true"><use href="#icon-person"/></svg>Logga in</a>
    </nav>
  </header>`;
}

const link = (page: Page, current: Page) =>
  `<a href="/${page.path}"${page === current ? ' aria-current="page"' : ''}>${page.name}${page.path === 'mina-sidor/' ? ' <kommun-unread-badge></kommun-unread-badge>' : ''}</a>`;

function breadcrumbs(page: Page): string {
  if (page.path === '') return '';
  return `<nav class="breadcrumbs" aria-label="Du är här">
    <ol><li><a href="/">Start</a></li><li><span aria-current="page">${page.name}</span></li></ol>
  </nav>`;
}

const footer = `<footer class="site-footer">
    <div class="columns">
      <section>
        <h2>Servicecenter</h2>
        <p>Ring <a href="tel:+4647655000">0476-550&nbsp;00</a><br>Mejla <a href="mailto:info@almhult.se">info@almhult.se</a></p>
        <p><a href="/kontakt/">Alla sätt att kontakta kommunen</a></p>
      </section>
      <section>
        <h2>Hjälp</h2>
        <ul>
          <li><a href="/fragor-och-svar/">Frågor och svar</a></li>
          <li><a href="/logga-in/#problem">Problem med att logga in</a></li>
          <li><a href="/kontakt/#blanketter">Blanketter på papper</a></li>
        </ul>
      </section>
      <section>
        <h2>Om webbplatsen</h2>
        <ul>
          <li><a href="/tillganglighet/">Tillgänglighetsredogörelse</a></li>
          <li><a href="/redaktor/">För redaktörer</a></li>
          <li><a href="/byggare/">Bygg en widget</a></li>
          <li><a href="/granska/">Kontrollera en sida</a></li>
        </ul>
        <p>Sidorna är en demonstration. Bladet i sidhuvudet är ritat för den och är inte kommunens vapen.</p>
      </section>
    </div>
  </footer>`;

const icon = (id: string, drawing: string) => `<symbol id="icon-${id}" viewBox="0 0 24 24">${drawing}</symbol>`;

const icons = `<svg class="icons" aria-hidden="true">
    ${icon('person', '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.8-6.5 7.5-6.5s6.7 2.5 7.5 6.5"/>')}
    ${icon('question', '<circle cx="12" cy="12" r="9"/><path d="M9.3 9.6c.2-1.6 1.3-2.6 2.8-2.6 1.6 0 2.7 1 2.7 2.4 0 2-2.7 2.2-2.7 4.3M12 16.8v.2"/>')}
    ${icon('pen', '<path d="m4.5 19.5 1-4.5L16 4.5 19.5 8 9 18.5l-4.5 1ZM13.5 7l3.5 3.5"/>')}
    ${icon('bus', '<rect x="4" y="4" width="16" height="13" rx="2.5"/><path d="M4 11.5h16M12 4v7.5M7 17v2.5M17 17v2.5M7.5 14.3v.1M16.5 14.3v.1"/>')}
    ${icon('call', '<path d="M6 3.5h3l1.5 4.5-2 1.5c1 2.5 3 4.5 5.5 5.5l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5C10.5 19.5 4 13 3.5 6 3.5 4.5 4.5 3.5 6 3.5Z"/>')}
    ${icon('mail', '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>')}
    ${icon('paper', '<path d="M6 3h8.5L19 7.5V21H6V3ZM14 3v5h5M9 12.5h7M9 16.5h7"/>')}
    ${icon('phone', '<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M11 18.5h2"/>')}
    ${icon('code', '<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>')}
    ${icon('search', '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>')}
    ${icon('arrow', '<path d="M5 12h14M13 6l6 6-6 6"/>')}
  </svg>`;
