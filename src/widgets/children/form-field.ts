/** What the form that the widget stands in is told of it. */
export interface FieldValue {
  name: string;
  /** What the form sends: one entry for each. */
  ids: readonly string[];
  /** What the browser keeps with the form, for when the page is come back to. */
  kept: readonly string[];
  /** Why the form cannot be sent yet; empty when it can. */
  fault: string;
  /** Where the browser points out the fault. */
  anchor: HTMLElement | null;
}

/** The widget as a field of the form that it stands in. */
export class FormField {
  readonly internals: ElementInternals;

  constructor(host: HTMLElement) {
    this.internals = host.attachInternals();
  }

  show({ name, ids, kept, fault, anchor }: FieldValue): void {
    const entries = new FormData();
    for (const id of ids) entries.append(name, id);
    this.internals.setFormValue(name && ids.length ? entries : null, kept.join(' '));
    if (fault) this.internals.setValidity({ valueMissing: true }, fault, anchor ?? undefined);
    else this.internals.setValidity({});
  }
}

/** The ids in what the browser has kept with the form. */
export const idsIn = (kept: unknown): string[] => (typeof kept === 'string' ? kept.split(' ').filter(Boolean) : []);
