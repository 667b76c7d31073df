declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string } };
  }
}

// The document is only looked at: nothing in it runs, and nothing of it is ever put on a page.
const policy = window.trustedTypes?.createPolicy('read-page', { createHTML: (html) => html });

/** The HTML of a page as a document that is on no screen. */
export const readPage = (html: string): Document => new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
