import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '../../../../src/contract/application.ts';
import { idempotencyHeader } from '../../../../src/contract/case.ts';
import type { ChildList } from '../../../../src/contract/child.ts';
import type { EidOrder } from '../../../../src/contract/eid-order.ts';
import { paths } from '../../../../src/contract/paths.ts';
import type { Signing, WaitingSignings } from '../../../../src/contract/signing.ts';
import { answers } from '../persons.ts';
import type { Answer, Backends } from './backends.ts';
import type { PlayedEid } from './played-eid.ts';

/** A signature that the backend has said is there. */
export interface Acknowledged {
  reference: string;
  person: string;
  version: number;
}

/** What all guardians of a run share. */
export interface Run {
  backends: Backends;
  eid: PlayedEid;
  acknowledged: Acknowledged[];
  /** What must never happen, as it was seen to. */
  violations: string[];
  /** Called when somebody has been told that their signature is there. */
  onAcknowledged(process: number): void;
  isOver(): boolean;
}

/** Thrown when the time of the run is up. */
export class TimeIsUp extends Error {}

/** A guardian with a browser, who tries again for as long as it takes, and sends everything that changes something twice. */
export class Guardian {
  readonly person: string;
  readonly #run: Run;
  readonly #cookies = new Map<string, string>();

  constructor(run: Run, person: string, session: string) {
    this.#run = run;
    this.person = person;
    this.#cookies.set('__Host-kommun-session', session);
  }

  /** Applies for the child, and again under the same key, in both processes at once. */
  async apply(childName: string): Promise<Application> {
    const children = (await this.#get(`${paths.children}?service=skolskjuts`)) as ChildList;
    const child = children.items.find(({ displayName }) => displayName.startsWith(`${childName} `))?.id;
    const body = { service: 'skolskjuts', child, answers };
    for (;;) {
      const both = await this.#twice('POST', paths.applications, body, { [idempotencyHeader]: `application-${childName}` });
      const made = both.filter((answer) => answer?.status === 201).map((answer) => answer?.json as Application);
      if (new Set(made.map(({ reference }) => reference)).size > 1) this.#run.violations.push(`I3: two cases of one application, ${childName}`);
      if (made[0]) return made[0];
      await this.#rest();
    }
  }

  /** The case, which must be there to sign in the first answer that there is. */
  async findWaiting(childName: string): Promise<string | undefined> {
    const { items } = (await this.#get(paths.waitingSignings)) as WaitingSignings;
    return items.find(({ title }) => title.endsWith(` ${childName}`))?.case;
  }

  signing = (caseId: string): Promise<Signing> => this.#get(paths.signing(caseId)) as Promise<Signing>;

  /** Sends a change until there is an answer to it; a refusal is an answer. */
  async change(method: 'POST' | 'PUT', path: string, body: unknown): Promise<void> {
    while (!(await this.#twice(method, path, body)).some((answer) => answer && answer.status < 500 && answer.code !== 'conflict')) await this.#rest();
  }

  /** Signs whenever there is something to sign, until the case is over or `isEnough`. */
  async carryOn(caseId: string, isEnough: (signing: Signing) => boolean = () => false): Promise<void> {
    for (;;) {
      const signing = await this.signing(caseId);
      this.#watch(signing);
      if (signing.state !== 'collecting' || isEnough(signing)) return;
      if (signing.can.includes('sign')) await this.#sign(caseId, signing);
      else await this.#rest();
    }
  }

  #watch({ reference, parties, document }: Signing): void {
    const isAcknowledged = this.#run.acknowledged.some((one) => one.reference === reference && one.person === this.person && one.version === document?.version);
    const own = parties.find(({ isYou }) => isYou);
    if (isAcknowledged && own && own.state !== 'signed') this.#run.violations.push(`I2: an acknowledged signature is gone, ${this.person} in ${reference}`);
  }

  async #sign(caseId: string, { reference, document }: Signing): Promise<void> {
    const version = document?.version ?? 0;
    const started = await this.#call('POST', paths.signingOrders(caseId), { provider: 'mobile-eid', device: 'other', version });
    if (started?.status !== 201) return this.#rest();
    const order = started.json as EidOrder;
    // Now and then it is somebody else who holds the phone.
    if (order.qr) this.#run.eid.approve(order.qr, Math.random() < 0.1 ? 'maria' : this.person);
    for (;;) {
      const both = await this.#twice('POST', paths.signature(caseId), { orderId: order.id });
      const process = both.findIndex((answer) => answer?.status === 200);
      if (process >= 0) {
        this.#run.acknowledged.push({ reference, person: this.person, version });
        return this.#run.onAcknowledged(process);
      }
      if (both.some((answer) => answer?.code !== undefined && endings.includes(answer.code))) return;
      await this.#rest();
    }
  }

  async #get(path: string): Promise<unknown> {
    for (;;) {
      const answer = await this.#call('GET', path);
      if (answer?.status === 200) return answer.json;
      await this.#rest();
    }
  }

  #call(method: string, path: string, body?: unknown, headers?: Record<string, string>, index = Math.random() < 0.5 ? 0 : 1): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return this.#run.backends.call(index, method, path, cookie, body, headers).then((answer) => {
      for (const [, name = '', value = ''] of (answer?.cookies ?? []).map((one) => /^([^=]+)=([^;]*)/.exec(one) ?? [])) this.#cookies.set(name, value);
      return answer;
    });
  }

  #twice(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Answer[]> {
    return Promise.all([0, 1].map((index) => this.#call(method, path, body, headers, index)));
  }

  async #rest(): Promise<void> {
    if (this.#run.isOver()) throw new TimeIsUp();
    await pause(50 + Math.random() * 100);
  }
}

/** The order brings no signature any more, or none is needed. */
const endings = ['order-not-found', 'signer-mismatch', 'document-changed', 'already-signed', 'signing-over', 'signing-action-not-allowed'];
