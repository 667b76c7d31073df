import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { inLanguage } from '../../contract/in-language.ts';
import { EidPanel } from '../../eid/eid-panel.ts';
import { eidStyles } from '../../eid/eid.styles.ts';
import type { Frame } from '../../eid/frame.ts';
import { helpView } from '../../eid/help.view.ts';
import type { OrderState } from '../../eid/order.machine.ts';
import { announce, prepareAnnouncer } from '../../kit/announce.ts';
import { baseStyles } from '../../kit/base.styles.ts';
import { controlStyles } from '../../kit/control.styles.ts';
import { FocusController } from '../../kit/focus.controller.ts';
import { isFramed } from '../../kit/framed.ts';
import { heading } from '../../kit/heading.ts';
import { TickController } from '../../kit/tick.controller.ts';
import { warnAttribute } from '../../kit/warn-editor.ts';
import { ConfigController } from '../../portal/config.controller.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { KommunTestFailedEvent, KommunTestPassedEvent } from './eid-test.events.ts';
import { eidTestText } from './eid-test.text.ts';
import { passedView } from './passed.view.ts';
import { testErrand, testMark } from './test.errand.ts';

/**
 * Lets a citizen test an e-ID without logging in: whether it works, and whom to turn to if it does not.
 *
 * @slot - anything; it stays where it is
 * @slot logo-{provider} - the approved logo of the e-ID whose id is `{provider}`, on a white plate
 *
 * @fires kommun-test-passed - an e-ID passed the test
 * @fires kommun-test-failed - a test came to nothing
 *
 * @csspart heading - the heading of every step
 * @csspart provider - one e-ID to choose
 * @csspart qr - the QR code
 */
export class KommunEidTest extends LitElement {
  static override properties = {
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles = [baseStyles, controlStyles, eidStyles];

  /** Level of the headings, 2 to 6. */
  declare headingLevel: number;

  readonly #portal = new PortalController(this);
  readonly #words = new WordsController(this, this.#portal, eidTestText);
  readonly #config = new ConfigController(this, this.#portal);
  readonly #focus = new FocusController(this, '#step');
  readonly #frame: Frame = this.#frameOf();
  readonly #test = new EidPanel(this, this.#frame, {
    portal: this.#portal,
    focus: this.#focus,
    purpose: 'test',
    mark: testMark,
    order: () => this.#orderPart(),
    trouble: () => this.#troublePart(),
  });
  /** Whether the last test was passed. */
  #passed = false;

  constructor() {
    super();
    this.headingLevel = 2;
    // An order under way is drawn again with each answer; this is for when one fails to come.
    new TickController(this, () => ('endsAt' in this.#test.state ? 2500 : undefined));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { headingLevel } = this;
    if (changed.has('headingLevel') && headingLevel !== null && this.#level !== headingLevel) warnAttribute(this, 'heading-level', this.getAttribute('heading-level') ?? `${headingLevel}`, '2, 3, 4, 5 eller 6');
    this.#portal.tellIfMissing();
    this.#test.prepare();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="box" lang=${this.#words.language} @click=${(event: Event) => event.stopPropagation()}>${this.#words.ready ? this.#step() : nothing}</div>
      <slot></slot>`;
  }

  protected override updated(): void {
    this.#test.drawn();
  }

  #step(): unknown {
    const { say } = this.#words;
    const config = this.#config.state;
    if (!this.#portal.settled) return nothing;
    if (isFramed()) return this.#test.problem({ code: 'framed' });
    if (!this.#portal.connection) return this.#test.problem({ code: 'misconfigured' });
    if (config.at === 'failed') return this.#test.problem(config.problem, () => this.#retry());
    if (config.at !== 'ready') return html`<p id="step" tabindex="-1">${say('loading')}</p>`;
    if (this.#passed) return [passedView(config.value.serviceCentre, this.#frame, say, () => this.#another()), helpView(config.value, this.#frame)];
    if (this.#test.state.at === 'choosing') return this.#test.choice({ heading: say('heading'), text: say('lead') });
    return [this.#test.render(), helpView(config.value, this.#frame)];
  }

  async #orderPart() {
    const [{ OrderPart }, { testOrderText }] = await Promise.all([import('../../eid/order.part.ts'), import('./test-order.text.ts')]);
    return new OrderPart(this, this.#portal, this.#frame, { errand: testErrand(() => this.#onPassed()), words: testOrderText, onChange: (state) => this.#onChange(state) });
  }

  async #troublePart() {
    const [{ TroublePart }, { testFailureText }, { testAdvice }] = await Promise.all([import('../../eid/trouble.part.ts'), import('./test-failure.text.ts'), import('./test-advice.ts')]);
    return new TroublePart(this, this.#portal, this.#frame, { words: testFailureText, advice: testAdvice });
  }

  #frameOf(): Frame {
    const known = () => this.#config.known;
    return {
      words: this.#words,
      heading: (text) => heading(this.#level, text, 'step'),
      local: (text) => inLanguage(text, this.#words.language, known()?.defaultLanguage),
      get config() {
        return known();
      },
    };
  }

  get #level(): number {
    return [2, 3, 4, 5, 6].includes(this.headingLevel) ? this.headingLevel : 2;
  }

  #retry(): void {
    this.#focus.moveTo();
    this.#config.retry();
  }

  #another(): void {
    this.#passed = false;
    this.#focus.moveTo();
  }

  #onPassed(): void {
    const { say, language: lang } = this.#words;
    const { state } = this.#test;
    this.#passed = true;
    announce(`${say('passed')}. ${say('passed.means')}`, { lang });
    if ('provider' in state) this.dispatchEvent(new KommunTestPassedEvent(state.provider));
  }

  #onChange(after: OrderState): void {
    if (after.at === 'failed') this.dispatchEvent(new KommunTestFailedEvent(after.order.failure?.code ?? 'eid-failed'));
    if (after.at === 'refused') this.dispatchEvent(new KommunTestFailedEvent(after.problem.code));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kommun-eid-test': KommunEidTest;
  }
}
