import { editorWidgets, type EditorWidget, type Setting } from '../../cms/editor-widgets.ts';
import { cmsGuides } from '../builder/cms-guide.ts';
import { escaped } from '../builder/snippet.ts';
import { whatIsKept } from './builder-form.ts';

const named = cmsGuides.filter(({ id }) => id !== 'annat');

/** The builder with each CMS's own steps. */
export const cmsLinks = (): string => `<ul class="in-row">\n${named.map(({ id, name }) => `<li><a href="/byggare/?cms=${id}">${escaped(name)}</a></li>`).join('\n')}\n</ul>`;

/** What there is to set in each widget, in the words of the builder's form. */
export const settingTables = (): string => editorWidgets().map(tableOf).join('\n');

const tableOf = ({ tag, name, what, settings }: EditorWidget): string => `<details class="more" data-settings-of="${tag}"><summary>${escaped(name)}</summary>
<p>${escaped(what)}</p>
<table>
  <caption>Inställningarna, och hur de skrivs i taggen <code translate="no">${tag}</code></caption>
  <thead><tr><th scope="col">Inställning</th><th scope="col">Då händer det här</th></tr></thead>
  <tbody>
${settings.map(rowOf).join('\n')}
  </tbody>
</table>
</details>`;

const rowOf = (setting: Setting): string =>
  `    <tr><th scope="row">${escaped(setting.label)}<br><code translate="no">${escaped(asAttribute(setting))}</code></th><td>${setting.isNeeded ? 'Måste fyllas i. ' : ''}${escaped(setting.help)}${choicesOf(setting)}</td></tr>`;

function asAttribute({ name, kind, example, options = {} }: Setting): string {
  return kind === 'switch' ? name : `${name}="${example ?? Object.keys(options)[0] ?? '…'}"`;
}

/** What stands for what, where that cannot be guessed. */
function choicesOf({ options = {} }: Setting): string {
  const choices = Object.entries(options).filter(([value, words]) => !words.endsWith(value));
  return choices.length === 0 ? '' : ` ${choices.map(([value, words]) => `<code translate="no">${value}</code> är ${escaped(words.toLocaleLowerCase('sv'))}`).join(', ')}.`;
}

/** What each CMS does to what is written otherwise than as a link. */
export const cmsFacts = (): string => `<dl class="facts">\n${named.map((guide) => `<dt>${escaped(guide.name)}</dt><dd>${whatIsKept(guide)}</dd>`).join('\n')}\n</dl>`;
