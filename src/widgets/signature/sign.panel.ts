import type { LitElement } from 'lit';
import { EidPanel } from '../../eid/eid-panel.ts';
import type { Errand } from '../../eid/errand.ts';
import type { Frame as EidFrame } from '../../eid/frame.ts';
import type { OrderState } from '../../eid/order.machine.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import type { Frame } from './signature.frame.ts';

export interface SignOptions {
  errand: Errand;
  /** Hears of each place that a signature comes to. */
  onChange: (after: OrderState) => void;
}

/** Signing with an e-ID: the choice of one, and all that follows. */
export function signPanel(host: LitElement, frame: Frame, portal: PortalController, focus: FocusController, { errand, onChange }: SignOptions): EidPanel {
  const eidFrame: EidFrame = {
    words: frame.words,
    // The choice is a part of what is shown; what follows stands alone.
    heading: (text) => (panel.state.at === 'choosing' ? frame.subheading(text, 'sign') : frame.heading(text)),
    local: frame.local,
    get config() {
      return frame.config;
    },
  };
  const panel = new EidPanel(host, eidFrame, {
    portal,
    focus,
    purpose: 'sign',
    mark: errand.mark,
    problem: (problem, onRetry) => frame.problem(problem, onRetry),
    async order() {
      const [{ OrderPart }, { signOrderText }] = await Promise.all([import('../../eid/order.part.ts'), import('./sign-order.text.ts')]);
      return new OrderPart(host, portal, eidFrame, { errand, words: signOrderText, onChange });
    },
    async trouble() {
      const [{ TroublePart }, { signFailureText }] = await Promise.all([import('../../eid/trouble.part.ts'), import('./sign-failure.text.ts')]);
      return new TroublePart(host, portal, eidFrame, { words: signFailureText });
    },
  });
  return panel;
}
