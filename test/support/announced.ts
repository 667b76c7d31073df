const regions = () => [...document.querySelectorAll('body > [role=status], body > [role=alert]')];

/** What the page's live regions say to screen readers now. */
export const announced = (): string => regions().map((region) => region.textContent).join(' ');

/** All that they say from now on, one entry each time. */
export function listen(): string[] {
  const heard: string[] = [];
  const ear = new MutationObserver((changes) => {
    for (const { target } of changes) if (target.textContent) heard.push(target.textContent);
  });
  for (const region of regions()) ear.observe(region, { childList: true });
  return heard;
}
