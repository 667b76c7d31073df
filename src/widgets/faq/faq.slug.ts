const longest = 80;

/** `text` as an address: `Hur gör jag på Älmhults sida?` is `hur-gor-jag-pa-almhults-sida`. Always the same for the same text; never empty. */
export function slug(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(/[\p{M}\u00ad]/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^-/, '').slice(0, longest).replace(/-$/, '') || 'fraga';
}

/** Gives `heading`, when it is on the page, an id of its own on the page, from its text. An id that the editor wrote stays, unless an earlier element has it. */
export function ensureId(heading: Element): void {
  if (!heading.isConnected) return;
  const root = heading.getRootNode() as Document | ShadowRoot;
  const holder = (id: string) => root.getElementById(id) ?? heading;
  if (heading.id && holder(heading.id) === heading) return;
  const base = slug(heading.textContent);
  let id = base;
  for (let number = 2; holder(id) !== heading; number++) id = `${base}-${number}`;
  heading.id = id;
}
