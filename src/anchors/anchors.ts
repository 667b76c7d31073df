import { growFrames, ownFrames } from './frame-height.ts';
import { anchorAt, isLeftAlone, likely, textAnchorsIn } from './anchor.ts';
import { upgrade } from './upgrade.ts';

/** Puts widgets in the place of all anchors that the page has now. One that cannot be read stays what it is, and keeps no other from it. */
export function upgradeAnchors(): void {
  for (const anchor of [...document.querySelectorAll(likely)].map(anchorAt)) {
    // A block with a link inside may be an anchor twice over: the outer one is first, and then the inner one is kept in it.
    if (anchor?.place instanceof Element && anchor.place.isConnected && !isLeftAlone(anchor.place)) upgrade(anchor);
  }
  textAnchorsIn(document.body).forEach(upgrade);
  if (document.querySelector(ownFrames)) growFrames();
}
