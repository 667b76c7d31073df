import { toneStyles } from '../../kit/tone.styles.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { lateStyles } from './faq.late.styles.ts';
import { lateText, type LateWords } from './faq.late.text.ts';
import type { FaqHost } from './faq.list.ts';

/** What the parts of a list that come late share. */
export interface Surroundings {
  portal: PortalController;
  words: WordsController<LateWords>;
}

/** A part of a list whose code comes late: what it draws, and the portal that it found. */
export interface LatePart<Given extends unknown[] = []> {
  portal: PortalController;
  render(...given: Given): unknown;
}

const known = new WeakMap<FaqHost, Surroundings>();

/** The portal around `host`, and the rest of its words; the same ones every time. */
export function surroundingsOf(host: FaqHost): Surroundings {
  let surroundings = known.get(host);
  if (!surroundings) {
    const portal = new PortalController(host);
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, toneStyles.styleSheet!, lateStyles.styleSheet!];
    known.set(host, (surroundings = { portal, words: new WordsController(host, portal, lateText) }));
  }
  return surroundings;
}
