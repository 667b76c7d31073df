import { anchorAt, likely, textAnchorsIn } from './anchor.ts';
import { keptSlot, upgrade } from './upgrade.ts';

/** Puts widgets in the place of all anchors that the page has now. One that cannot be read stays what it is, and keeps no other from it. */
export function upgradeAnchors(): void {
  const anchors = [...document.querySelectorAll(likely)]
    .filter((element) => !element.closest(`[slot=${keptSlot}]`))
    .map(anchorAt);
  for (const anchor of [...anchors, ...textAnchorsIn(document.body)]) {
    // A block with a link inside may be an anchor twice over: the outer one is first.
    if (anchor?.place.isConnected && !isInside(anchor.place)) upgrade(anchor);
  }
}

const isInside = (place: Element | Text): boolean => (place.parentElement?.closest(`[slot=${keptSlot}]`) ?? null) !== null;
