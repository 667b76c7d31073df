import type { ReactiveController } from 'lit';
import { warnAttribute } from '../../kit/warn-editor.ts';
import { tellFaults } from './faq.faults.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { mend } from './faq.mend.ts';

/** Mends what the editor wrote in another form than headings of the right level, each time that it comes, and tells the editor of what cannot be mended. */
export class MendController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #list: FaqList;
  #tried: unknown;
  #wanted: number | undefined;

  constructor(host: FaqHost, list: FaqList) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostUpdated(): void {
    const list = this.#list;
    if (list.parts === this.#tried && this.#host.headingLevel === this.#wanted) return;
    this.#tried = list.parts;
    this.#wanted = this.#host.headingLevel;
    const headingLevel = this.#wanted ?? undefined;
    const usable = /^[2-6]$/.test(`${headingLevel}`);
    if (headingLevel !== undefined && !usable) warnAttribute(this.#host, 'heading-level', this.#host.getAttribute('heading-level'), '2, 3, 4, 5 eller 6');
    const open = mend(this.#host, usable ? headingLevel! : 0, list.open, list.reading);
    if (open) list.setOpen(open);
    else if (document.readyState !== 'loading') tellFaults(this.#host, list.reading);
  }
}
