import { readFragment } from './anchors/fragment.ts';
import { applySettings, isAddress } from './anchors/settings.ts';
import { heightIn } from './anchors/frame-height.ts';

// For the backend's page of one widget alone: takes what an editor has set from the address, and tells a page around it how tall it is.

const { name, settings } = readFragment(location.hash);
const widget = document.querySelector(`kommun-${name}`);
// Anybody can make a link to this page: none puts words on it, or leads from it.
if (widget) applySettings(widget, settings.filter(([setting]) => setting !== 'label' && !isAddress(setting)));

if (parent !== window) {
  document.body.classList.add('framed');
  // How tall a page is says nothing about anybody, so whoever frames it may know.
  const tell = () => parent.postMessage(heightIn(document.body), '*');
  new ResizeObserver(tell).observe(document.body);
  // It asks when it has come to listen, which may be later.
  addEventListener('message', ({ source }) => source === parent && tell());
}
