import { editorWidgets, type EditorWidget, type Setting } from '../../cms/editor-widgets.ts';
import { settingFault, webAddressFault } from './setting-fault.ts';
import type { Chosen } from './snippet.ts';

/** What the builder's form says, by the name of each field; what is empty is left out. */
export type Fields = ReadonlyMap<string, string>;

/** What is wrong, by the name of the field. */
export type Faults = ReadonlyMap<string, string>;

/** The fields of the form that are in force. */
export const fieldsOf = (form: HTMLFormElement): Fields =>
  new Map([...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const).filter(([, value]) => value !== ''));

/** The widget that is chosen; the first of all where none is. */
export function widgetIn(fields: Fields): EditorWidget {
  const widgets = editorWidgets();
  return widgets.find(({ short }) => short === fields.get('widget')) ?? widgets[0]!;
}

/** The backend's whole address: the one that is written, or else `own`. */
export const backendIn = (fields: Fields, own: URL): URL => {
  const written = fields.get('backend') ?? '';
  return written === '' || webAddressFault(written) !== undefined ? own : new URL(written.replace(/\/+$/, ''), own);
};

/** The settings that are empty and must not be: those that a widget always needs, or for something else that is chosen. */
export const missingIn = (fields: Fields): Setting[] => {
  const { settings } = widgetIn(fields);
  const needed = new Set(settings.filter(({ name }) => fields.has(name)).map(({ needs }) => needs));
  return settings.filter(({ name, isNeeded }) => !fields.has(name) && (isNeeded || needed.has(name)));
};

/** What is written besides the widget's settings, as text. */
const texts: readonly Setting[] = [
  { name: 'words', kind: 'text', label: 'Länktext', help: '' },
  { name: 'phone', kind: 'text', label: 'Telefon till servicecenter', help: '' },
];

/** What is wrong with what has been filled in. What is missing is for `missingIn`. */
export function faultsIn(fields: Fields, own: URL): Faults {
  const page = fields.get('page') ?? '';
  const sites = [backendIn(fields, own).origin, ...(/^https?:/i.test(page) && URL.canParse(page) ? [new URL(page).origin] : [])];
  const found = [
    ...widgetIn(fields).settings.map((setting) => [setting.name, settingFault(setting, fields.get(setting.name) ?? '', sites)] as const),
    ...texts.map((text) => [text.name, settingFault(text, fields.get(text.name) ?? '')] as const),
    ...['page', 'backend'].map((name) => [name, webAddressFault(fields.get(name) ?? '')] as const),
  ];
  return new Map(found.filter((one): one is [string, string] => one[1] !== undefined && fields.has(one[0])));
}

/** What the form asks for, as it is to be written. A widget's own page lies with its backend; the demo's own are `files` where it has no server. */
export function chosenIn(fields: Fields, own: URL, files = false): Chosen {
  const { short, settings, instead } = widgetIn(fields);
  const written = settings.filter(({ name }) => fields.has(name));
  const backend = backendIn(fields, own);
  return {
    short,
    settings: written.map(({ name, kind }) => [name, kind === 'switch' ? '' : fields.get(name)!] as const),
    page: fields.get('page') ?? widgetPage(short, backend, files && backend.href === own.href).href,
    words: fields.get('words') ?? instead,
  };
}

/** The page that a backend has for each widget. As a file it lies in a folder of its own. */
export const widgetPage = (short: string, backend: URL, isFile = false): URL => new URL(`../w/${short}${isFile ? '/' : ''}`, backend);

/** The fields as the query of the builder's own address, without those that have a fault: a number that is somebody's must not lie in an address. */
export const queryOf = (fields: Fields, faults: Faults): string =>
  String(new URLSearchParams([...fields].filter(([name]) => !faults.has(name))));

/** Fills in `form` with what an address says, in sight of whoever came by it. Fields that it does not name stay as they are, and those that cannot have what it says. */
export function fillFrom(form: HTMLFormElement, search: string): void {
  const said = new URLSearchParams(search);
  const chosen = widgetIn(new Map(said)).short;
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const group = field.closest<HTMLElement>('[data-settings]')?.dataset['settings'];
    const value = said.get(field.name);
    if (value === null || (group !== undefined && group !== chosen)) continue;
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked ||= field.value === value;
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = field.value === value;
    else if (field instanceof HTMLInputElement || [...field.options].some((option) => option.value === value)) field.value = value;
    field.closest('details')?.setAttribute('open', '');
  }
}
