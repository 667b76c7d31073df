import type { Setting } from '../../cms/editor-widgets.ts';
import { siteRoot } from '../site-root.ts';
import { backendIn, chosenIn, faultsIn, fieldsOf, fillFrom, missingIn, queryOf, widgetIn, type Fields, type Faults } from './choices.ts';
import { previewQuery } from './preview.contract.ts';
import { ownBackend, showResult } from './result-view.ts';
import { linkAddress } from './snippet.ts';
import { scaleStage } from './stage.ts';

/** Makes the form on the builder's page write what an editor pastes, and show it. The page's address holds what is chosen. */
export function builder(form: HTMLFormElement): void {
  const frame = form.querySelector('iframe')!;
  form.hidden = false;
  fillFrom(form, location.search);
  scaleStage(form.querySelector<HTMLElement>('[data-stage]')!, frame);
  let shown = '';

  const update = () => {
    showGroup(form, '[data-settings]', 'settings', widgetIn(fieldsOf(form)).short);
    const fields = fieldsOf(form);
    const faults = faultsIn(fields, ownBackend);
    history.replaceState(history.state, '', `?${queryOf(fields, faults)}`);
    form.querySelector<HTMLElement>('[data-stage]')!.dataset['stage'] = fields.get('width');
    showGroup(form, '[data-cms]', 'cms', fields.get('cms'));
    showFaults(form, faults);
    const missing = missingIn(fields);
    const backend = backendIn(fields, ownBackend);
    const reason = whyNotYet(faults, missing);
    form.querySelector('[data-not-yet]')!.textContent = reason;
    form.querySelector<HTMLElement>('[data-result]')!.hidden = reason !== '';
    showResult(form, fields);
    if (faults.size > 0) return;
    form.querySelector('[data-talks-with]')!.textContent = backend.origin === ownBackend.origin ? '' : `Widgeten här nedanför talar med ${backend.origin}. Logga bara in om du känner igen den.`;
    const query = previewOf(new Map([...missing.map(({ name, example = '' }) => [name, example] as const), ...fields]));
    if (query === shown) return;
    shown = query;
    // In the place of the one before, so that the Back button leads off this page.
    frame.contentWindow?.location.replace(new URL(`byggare/visning/?${query}`, siteRoot));
  };

  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
}

/** What is left to do before there is anything to paste; nothing when it is done. */
function whyNotYet({ size }: Faults, missing: readonly Setting[]): string {
  if (size > 0) return 'Rätta till det som är markerat, så får du adressen här.';
  return missing.length > 0 ? `Fyll i ${missing.map(({ label }) => label).join(' och ')}, så får du adressen här.` : '';
}

/** What is shown of `fields`, in which an example can stand for what is not filled in yet. */
function previewOf(fields: Fields): string {
  const chosen = chosenIn(fields, ownBackend);
  return previewQuery({ fragment: linkAddress({ ...chosen, page: '' }), words: chosen.words, api: backendIn(fields, ownBackend).href, scheme: fields.get('scheme') === 'dark' ? 'dark' : 'light' });
}

/** Shows the one group of fields or words that is chosen; fields of the others are out of force. */
function showGroup(form: HTMLFormElement, groups: string, key: string, chosen: string | undefined): void {
  for (const group of form.querySelectorAll<HTMLElement>(groups)) {
    group.hidden = group.dataset[key] !== chosen;
    if (group instanceof HTMLFieldSetElement) group.disabled = group.hidden;
  }
}

/** Says at each field what is wrong with it. */
function showFaults(form: HTMLFormElement, faults: Faults): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[data-kind]:enabled')) {
    const fault = faults.get(field.name);
    const place = form.querySelector<HTMLElement>(`#${CSS.escape(`${field.id}-fault`)}`)!;
    place.textContent = fault ?? '';
    place.hidden = fault === undefined;
    field.setAttribute('aria-invalid', String(fault !== undefined));
    if (fault !== undefined) field.closest('details')?.setAttribute('open', '');
  }
}
