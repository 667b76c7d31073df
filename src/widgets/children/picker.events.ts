/**
 * Another child is chosen than before, or none: by the citizen, since only one can be, or since the list is gone. The ids
 * mean nothing to anybody but the person who is logged in.
 */
export class KommunChildChosenEvent extends Event {
  readonly childIds: readonly string[];

  constructor(childIds: readonly string[]) {
    super('kommun-child-chosen', { bubbles: true, composed: true });
    this.childIds = childIds;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-child-chosen': KommunChildChosenEvent;
  }
}
