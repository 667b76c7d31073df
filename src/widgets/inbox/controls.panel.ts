import { nothing, type TemplateResult } from 'lit';
import type { CaseCounts } from '../../contract/case.ts';
import { chosenFilters, controlsView } from './controls.view.ts';
import type { Frame } from './inbox.frame.ts';
import { isFiltered, type InboxView } from './inbox.view.machine.ts';
import type { CaseList } from './list.machine.ts';

/** A list as short as this needs no controls. */
const short = 8;

/** Boxes, search and filters above a list that is long enough to need them. */
export class ControlsPanel {
  readonly #frame: Frame;
  readonly #onCleared: () => void;
  /** Whether the filters stood open when they first came; after that they are the citizen's own. */
  #unfolded: boolean | undefined;

  /** `onCleared` hears that all filters were taken away, and with them the button that was pressed. */
  constructor(frame: Frame, onCleared: () => void) {
    this.#frame = frame;
    this.#onCleared = onCleared;
  }

  /** `narrow` when the editor has made the list part of the whole, whose length then says nothing. */
  render(list: CaseList, counts: CaseCounts | undefined, narrow: boolean): TemplateResult | typeof nothing {
    const { words: { say }, address, usual } = this.#frame;
    const { view } = address;
    if (!isNeeded(list, view, usual, narrow ? 0 : (counts?.all ?? 0))) return nothing;
    this.#unfolded ??= chosenFilters(view, usual) > 0;
    return controlsView({
      view,
      usual,
      facets: list.facets,
      unfolded: this.#unfolded,
      waiting: counts?.waiting,
      say,
      onChange: (change, typed) => this.change(change, typed),
      onSearch: (q) => address.soon({ q }, 'search'),
      onClear: () => this.clear(),
    });
  }

  change(change: Partial<InboxView>, typed?: string): void {
    const { address } = this.#frame;
    address.go({ ...address.view, ...change }, typed);
  }

  clear(): void {
    const { address, usual } = this.#frame;
    address.go({ ...usual, box: address.view.box });
    this.#onCleared();
  }
}

/** A list that begins in one box always has the way to the others. */
function isNeeded({ items, nextCursor }: CaseList, view: InboxView, usual: InboxView, inAll: number): boolean {
  return (usual.box !== 'all' && !usual.service && !usual.child) || items.length > short || nextCursor !== null || inAll > short || view.box !== usual.box || view.sort !== usual.sort || isFiltered(view, usual);
}
