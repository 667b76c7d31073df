/** Registers `element` as `tag`, unless the page already has that tag: then the first one stays and the console says so. */
export function define(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (!existing) customElements.define(tag, element);
  else if (existing !== element) console.warn(`<${tag}> finns redan på sidan. Den första gäller.`);
}
