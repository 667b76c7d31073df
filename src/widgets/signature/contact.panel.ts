import { nothing, type LitElement } from 'lit';
import type { SigningParty } from '../../contract/signing.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import { contactView } from './contact.view.ts';
import type { SignatureController } from './signature.controller.ts';
import type { Frame } from './signature.frame.ts';
import { isToMend, type Shown } from './signature.machine.ts';

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** How each guardian is reached, and the person's own doings with it. */
export class ContactPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #signing: SignatureController;
  readonly #focus: FocusController;
  /** Whose address is none. */
  #fault = '';
  #done: { party: string; text: string } | undefined;

  constructor(host: LitElement, frame: Frame, signing: SignatureController, focus: FocusController) {
    this.#host = host;
    this.#frame = frame;
    this.#signing = signing;
    this.#focus = focus;
  }

  /** Forgets what was done to another signing. */
  forget(): void {
    this.#fault = '';
    this.#done = undefined;
  }

  render({ signing, task, sending }: Shown, party: SigningParty): unknown {
    if (signing.state !== 'collecting') return nothing;
    const { id } = party;
    return contactView({
      party,
      frame: this.#frame,
      open: (task.is === 'correcting' && task.party === id) || isToMend(party),
      fault: this.#fault === id,
      done: this.#done?.party === id ? this.#done.text : '',
      sending,
      onOpen: () => this.#open(id),
      onClose: isToMend(party) ? undefined : () => this.#close(id),
      onSend: (email, language) => void this.#send(id, email, language),
      onAgain: () => void this.#again(id),
    });
  }

  #open(id: string): void {
    this.forget();
    this.#signing.turnTo({ is: 'correcting', party: id });
    this.#focus.moveTo(`#email-${CSS.escape(id)}`);
  }

  #close(id: string): void {
    this.forget();
    this.#signing.turnTo({ is: 'reading' });
    this.#focus.moveTo(`[data-correct="${CSS.escape(id)}"]`);
  }

  async #send(id: string, email: string, language: string | undefined): Promise<void> {
    this.#fault = address.test(email) && email.length <= longestAddress ? '' : id;
    if (this.#fault) return this.#focus.moveTo(`#email-${CSS.escape(id)}`);
    if (await this.#signing.stateContact(id, { email, ...(language && { language }) })) this.#tell(id, this.#frame.say('mail.new.done'));
    else if (this.#refusedAddress) this.#refuse(id);
    else this.#focus.moveTo(this.#signing.refusal);
  }

  async #again(id: string): Promise<void> {
    if (await this.#signing.sendAgain(id)) this.#tell(id, this.#frame.say('mail.again.done'));
    else this.#focus.moveTo(this.#signing.refusal);
  }

  get #refusedAddress(): boolean {
    const { state } = this.#signing;
    return state.at === 'shown' && state.fault?.code === 'invalid-request';
  }

  #refuse(id: string): void {
    this.#fault = id;
    this.#signing.turnTo({ is: 'correcting', party: id });
    this.#focus.moveTo(`#email-${CSS.escape(id)}`);
  }

  #tell(party: string, text: string): void {
    this.#done = { party, text };
    this.#focus.moveTo(`#mail-${CSS.escape(party)}`);
    this.#frame.announce(text);
    this.#host.requestUpdate();
  }
}

const longestAddress = 254;
