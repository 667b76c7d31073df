import { warnAttribute } from '../../kit/warn-editor.ts';

/** What an editor has written on the tag, as it was written. */
export interface PickerAttributes {
  service: string | undefined;
  name: string | undefined;
  multiple: boolean;
  headingLevel: number;
  form: HTMLFormElement | null;
}

/** Level of the widget's headings, 2 to 6. */
export const levelOf = ({ headingLevel }: Pick<PickerAttributes, 'headingLevel'>): number => ([2, 3, 4, 5, 6].includes(headingLevel) ? headingLevel : 2);

/** Tells the editor, once each, what on the tag is missing or cannot be used. */
export function tellFaults(host: Element & PickerAttributes): void {
  if (!host.service) warnAttribute(host, 'service', host.getAttribute('service'), 'e-tjänstens id, till exempel skolskjuts');
  if (host.form && !host.name) warnAttribute(host, 'name', host.getAttribute('name'), 'ett namn på fältet, till exempel barn. Utan det skickar formuläret inte med valet');
  if (levelOf(host) !== host.headingLevel) warnAttribute(host, 'heading-level', host.getAttribute('heading-level'), '2, 3, 4, 5 eller 6');
}

export function tellUnknownService(host: Element, service: string): void {
  warnAttribute(host, 'service', service, 'id på en e-tjänst som finns i kommunens tjänst');
}
