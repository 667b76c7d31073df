import type { EditorWidget, Setting } from '../editor-widgets.ts';
import { fieldOf } from './render.ts';

/** The dialogue of one module: which widget, what is read without it, and the settings of each widget. */
export const dialogueFor = (widgets: readonly EditorWidget[]): string => [
  panel('Widget', [
    field('widget', 'Vad ska visas?', 'Widgeten visas på den publicerade sidan.', (described) => select('widget', described, widgets.map(({ tag, name }) => [tag, name]))),
    field('text', 'Text för den som inte kan se widgeten', 'Till exempel den som saknar JavaScript. Lämna tomt för widgetens egen text.', input('text', 'text')),
    field('page', 'Sida som texten leder till', 'Börjar med /. Till exempel en sida med telefonnummer.', input('page', 'text')),
  ]),
  ...widgets.map(panelOf),
].join('\n');

/** The dialogue that holds for the whole site: where the widgets and their backend are, and whom to ring without them. */
export const siteDialogue = (): string => panel('Kommunens widgetar', [
  field('host', 'Widgetarnas adress', 'Kommunens egen värd för widgetarna, som börjar med https://. Den gäller hela webbplatsen, och går inte att ändra på en sida.', (described) => `<input class="form-control" type="url" id="host" name="host" required placeholder="https://widgets.kommunen.se"${described} />`),
  field('phone', 'Telefon', 'Numret till servicecenter, som besökaren får när en widget inte kan hämtas. Till exempel 0476-550 00', input('phone', 'tel')),
]);

const panelOf = (widget: EditorWidget): string =>
  panel(widget.name, [`<p>${escape(widget.what)}</p>`, ...widget.settings.map((setting) => settingField(fieldOf(widget, setting.name), setting))], ` data-widget="${widget.tag}"`);

function settingField(name: string, { kind, label, help, options = {}, example, isNeeded, most }: Setting): string {
  // It cannot be demanded of the dialogue, which holds the fields of the other widgets as well.
  const said = `${help}${isNeeded ? ' Behövs för att något ska visas.' : ''}${example ? ` Exempel: ${example}` : ''}`;
  if (kind === 'switch') return group(`<label><input type="checkbox" name="${name}" data-value-type="boolean"${describedBy(name)} /> ${escape(label)}</label>`, name, said);
  if (kind === 'choice') return field(name, label, said, (described) => select(name, described, [['', 'Som det är'], ...Object.entries(options)]));
  return field(name, label, said, input(name, kind === 'number' ? 'number' : 'text', most === undefined ? '' : ` min="1" max="${most}"`));
}

type Control = (described: string) => string;

const describedBy = (name: string): string => ` aria-describedby="${name}-help"`;
const input = (name: string, type: string, limits = ''): Control => (described) => `<input class="form-control" type="${type}" id="${name}" name="${name}"${limits}${described} />`;
const select = (name: string, described: string, options: readonly (readonly [value: string, label: string])[]): string =>
  `<select class="form-control" id="${name}" name="${name}"${described}>${options.map(([value, label]) => `<option value="${escape(value)}">${escape(label)}</option>`).join('')}</select>`;

const field = (name: string, label: string, help: string, control: Control): string =>
  group(`<label for="${name}">${escape(label)}</label>\n      ${control(describedBy(name))}`, name, help);
const group = (inside: string, name: string, help: string): string =>
  `    <div class="form-group">\n      ${inside}\n      <small class="form-text" id="${name}-help">${escape(help)}</small>\n    </div>`;
const panel = (title: string, inside: readonly string[], more = ''): string =>
  `<div class="panel panel-default"${more}>\n  <div class="panel-heading"><h3 class="panel-title">${escape(title)}</h3></div>\n  <div class="panel-body">\n${inside.join('\n')}\n  </div>\n</div>`;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
