const mark = Symbol.for('kommun-widgets');
const page = globalThis as { [mark]?: PageDefault };

/** What the site's script tag says for the whole page, and which version said it. */
export interface PageDefault {
  version: string;
  /** The backend's address as written; absent when the tag says none. */
  api?: string | undefined;
  language?: string | undefined;
  /** The service centre's, as people write it. */
  phone?: string | undefined;
  /** What stands where a widget cannot be shown. */
  sorry?: string;
}

/**
 * The page's default, after setting it when one is given. It lies on the page and not in a module, since the loader
 * and the widgets may come from addresses that differ in a query.
 */
export function onPage(setting?: PageDefault): PageDefault | undefined {
  if (setting) page[mark] = setting;
  return page[mark];
}
