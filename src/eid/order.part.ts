import { html, nothing, type LitElement } from 'lit';
import type { EidProvider } from '../contract/portal-config.ts';
import { addStyles } from '../kit/add-styles.ts';
import { announce } from '../kit/announce.ts';
import { syncModal } from '../kit/modal.ts';
import type { WordSource } from '../kit/words.ts';
import { WordsController, type WordsPortal } from '../portal/words.controller.ts';
import { onMobile } from './device.ts';
import type { Errand } from './errand.ts';
import type { Frame } from './frame.ts';
import type { LatePart } from './late.ts';
import { loginErrand } from './login.errand.ts';
import { OrderController } from './order.controller.ts';
import { isPending, type EidChoice, type OrderState, type PendingState } from './order.machine.ts';
import { pendingMessage } from './order.message.ts';
import { orderStyles } from './order.styles.ts';
import type { OrderWords } from './order.text.sv.ts';
import { orderText } from './order.text.ts';
import { orderView } from './order.view.ts';
import { QrController } from './qr.controller.ts';
import { qrView } from './qr.view.ts';
import { passedMark, timeInWords } from './time-in-words.ts';

/** Milliseconds after which an app that was asked to start ought to have done so. */
const slowly = 5000;

/** What an order is for and its words: those of a login, unless stated. */
export interface OrderOptions {
  errand?: Errand;
  words?: WordSource<OrderWords>;
  onChange: (state: OrderState) => void;
}

/** An order under way: what drives it, and what the citizen sees, hears and can do meanwhile. */
export class OrderPart implements LatePart {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #words;
  readonly #qr: QrController;
  readonly order: OrderController;
  #launchedAt: number | undefined;
  /** Whether the code fills the window. */
  #enlarged = false;
  #said = { message: '', codeCut: false, left: undefined as number | undefined };

  constructor(host: LitElement, portal: WordsPortal, frame: Frame, { errand = loginErrand, words = orderText, onChange }: OrderOptions) {
    this.#host = host;
    this.#frame = frame;
    this.#words = new WordsController(host, portal, words);
    this.#qr = new QrController(host);
    this.order = new OrderController(host, errand, (state) => {
      this.#follow(state);
      onChange(state);
    });
    addStyles(host.shadowRoot, orderStyles);
  }

  get ready(): boolean {
    return this.#words.ready;
  }

  /** Makes ready for the next place of the order. */
  #follow(after: OrderState): void {
    if (after.at !== 'scanning') this.#enlarged = false;
    if (after.at === 'starting') this.#launchedAt = undefined;
  }

  /** The heading comes first, and is the same as while the part is waited for. */
  view(state: PendingState, onSwitch: (choice: EidChoice) => void, onCancel: () => void): unknown {
    const { say } = this.#words;
    const code = () => this.#code(state);
    return [
      ...orderView({
        state,
        eid: this.#eid(state),
        say,
        frame: this.#frame,
        message: this.#message(state),
        left: 'endsAt' in state ? say('left', { time: timeInWords(state.endsAt - Date.now(), say) }) : '',
        mobile: onMobile(),
        devices: this.#provider(state)?.devices ?? [],
        code: () => (this.#enlarged ? html`<div class="qr"></div>` : code()),
        codeCut: this.#qr.cut,
        slow: this.#launchedAt !== undefined && Date.now() - this.#launchedAt >= slowly,
        onLaunch: this.#onLaunch,
        onEnlarge: () => this.#enlarge(true),
        onSwitch,
        onCancel,
      }),
      html`<dialog id="large" aria-label=${say('scanHeading')} @close=${() => this.#enlarge(false)}>
        ${this.#enlarged ? [code(), html`<button type="button" autofocus @click=${() => this.#enlarge(false)}>${say('shrink')}</button>`] : nothing}
      </dialog>`,
    ];
  }

  /** Opens what is to stand open, and says what has changed, once, and nothing of what changes each second. */
  drawn(): void {
    const { state } = this.order;
    syncModal(this.#host.renderRoot.querySelector<HTMLDialogElement>('#large'), this.#enlarged);
    const { say, language } = this.#words;
    const before = this.#said;
    const message = isPending(state) ? this.#message(state) : '';
    const left = 'endsAt' in state ? state.endsAt - Date.now() : undefined;
    const codeCut = state.at === 'scanning' && this.#qr.cut;
    const mark = passedMark(before.left, left);
    const newlyCut = codeCut && !before.codeCut;
    // In one breath, so that it counts as one.
    const news = [
      message !== before.message || newlyCut ? message : '',
      newlyCut ? say('qrCut') : '',
      mark ? (mark === 60_000 ? say('oneMinuteLeft') : say('secondsLeft', { number: 20 })) : '',
    ].filter(Boolean);
    if (news.length) announce(news.join(' '), { lang: language });
    this.#said = { message, left, codeCut: left !== undefined && (before.codeCut || codeCut) };
  }

  /** The message of the moment; empty where the heading says it all. */
  #message(state: PendingState): string {
    const { say } = this.#words;
    if (state.at === 'finishing' && state.silent) return say('registerSilent');
    if ('cut' in state && state.cut) return say('reconnecting');
    if (state.at === 'scanning') return say('scanWaiting');
    if (state.at === 'launching' && this.#launchedAt === undefined) return '';
    if (state.at !== 'launching' && state.at !== 'acting') return '';
    return say(pendingMessage({ hint: state.order.hint, usingQr: state.device === 'other', onMobile: onMobile() }), { eid: this.#eid(state) });
  }

  #code(state: PendingState): unknown {
    const { say } = this.#words;
    const text = state.at === 'scanning' ? state.order.qr : undefined;
    const path = text === undefined ? undefined : this.#qr.path(text);
    return qrView(path, say('qr', { eid: this.#eid(state) }), say(text === undefined ? 'drawing' : 'qrFailed'));
  }

  #provider(state: PendingState): EidProvider | undefined {
    return 'provider' in state ? this.#frame.config?.eidProviders.find(({ id }) => id === state.provider) : undefined;
  }

  #eid(state: PendingState): string {
    const provider = this.#provider(state);
    return provider ? this.#frame.local(provider.label) : '';
  }

  readonly #onLaunch = (): void => {
    this.#launchedAt = Date.now();
    this.#host.requestUpdate();
  };

  #enlarge(enlarged: boolean): void {
    this.#enlarged = enlarged;
    this.#host.requestUpdate();
  }
}
