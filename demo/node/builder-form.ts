import { editorWidgets, type EditorWidget, type Setting } from '../../cms/editor-widgets.ts';
import { cmsGuides, questionsStep, type CmsGuide } from '../builder/cms-guide.ts';
import { frameWords, shapeWords } from '../builder/shape-words.ts';
import { escaped, shapes } from '../builder/snippet.ts';
import { codeFigure } from './snippets.ts';

/** The choice of widget. */
export function widgetChoice(): string {
  const cards = editorWidgets().map(
    ({ short, name, what }, index) => `<label class="pick"><input type="radio" name="widget" value="${short}"${index === 0 ? ' checked' : ''}><span><strong>${escaped(name)}</strong> ${escaped(what)}</span></label>`,
  );
  return `<fieldset class="picks"><legend><h2>1. Välj en widget</h2></legend>\n<div>${cards.join('\n')}</div>\n</fieldset>`;
}

/** The settings of each widget, of which one set is in force at a time. */
export const widgetSettings = (): string => editorWidgets().map(settingsOf).join('\n');

const settingsOf = ({ short, name, instead, settings }: EditorWidget): string => `<fieldset class="settings" data-settings="${short}" hidden disabled>
  <legend><h2>2. Ställ in ${escaped(name)}</h2></legend>
  ${settings.map((setting) => fieldOf(short, setting)).join('\n  ')}
  ${line({ id: `${short}-words`, name: 'words', label: 'Länktext', help: 'Det som den ser som inte har JavaScript.', value: instead })}
</fieldset>`;

function fieldOf(short: string, setting: Setting): string {
  const id = `${short}-${setting.name}`;
  const { name, kind, label, help, options = {}, isNeeded, example } = setting;
  if (kind === 'switch') {
    return `<div class="field"><label class="switch"><input type="checkbox" name="${name}" id="${id}" value="on" aria-describedby="${id}-help"><span>${escaped(label)}</span></label><p class="hint" id="${id}-help">${escaped(help)}</p></div>`;
  }
  if (kind === 'choice') {
    const choices = Object.entries(options).map(([value, words]) => `<option value="${value}">${escaped(words)}</option>`);
    return `<div class="field"><label for="${id}">${escaped(label)}</label><p class="hint" id="${id}-help">${escaped(help)}</p><select name="${name}" id="${id}" aria-describedby="${id}-help"><option value="">Som det är</option>${choices.join('')}</select></div>`;
  }
  return line({ id, name, label: isNeeded ? `${label} (måste fyllas i)` : label, help: example ? `${help} Till exempel ${example}` : help, kind });
}

interface Line {
  id: string;
  name: string;
  label: string;
  help: string;
  value?: string;
  kind?: Setting['kind'];
}

/** One line to write in, with its help and the place of its fault. */
const line = ({ id, name, label, help, value = '', kind = 'text' }: Line): string =>
  `<div class="field"><label for="${id}">${escaped(label)}</label><p class="hint" id="${id}-help">${escaped(help)}</p><p class="fault" id="${id}-fault" hidden></p><input name="${name}" id="${id}" value="${escaped(value)}" data-kind="${kind}" aria-describedby="${id}-help ${id}-fault" autocomplete="off" spellcheck="${kind === 'text'}"${kind === 'number' ? ' inputmode="numeric"' : ''}></div>`;

/** The site's own addresses, which an editor at the demo can leave as they are. */
export const addressFields = (): string => [
  line({ id: 'page', name: 'page', label: 'Sida som länken leder till', help: 'För den som inte har JavaScript. Lämna tomt för widgetens egen sida, som vi då räknar med ligger under /w/ hos er tjänst.', kind: 'address' }),
  line({ id: 'backend', name: 'backend', label: 'Adress till er tjänst', help: 'Den som står i data-api hos er, till exempel https://widgets.kommunen.se/api/v1. Lämna tomt för demonstrationens.', kind: 'address' }),
  line({ id: 'phone', name: 'phone', label: 'Telefon till servicecenter', help: 'Den som besökaren får ringa när en widget inte kan hämtas. Till exempel 0476-550 00' }),
].join('\n');

/** The choice of CMS, and what to do in each. */
export function cmsChoice(): string {
  const options = cmsGuides.map(({ id, name }) => `<option value="${id}">${escaped(name)}</option>`);
  const guides = cmsGuides.map(
    (guide) => `<section data-cms="${guide.id}" hidden>
  <h3>Så gör du i ${nameInText(guide)}</h3>
  <ol>${guide.steps.map(stepItem).join('')}</ol>
  <p><strong>Därför en länk:</strong> ${escaped(guide.why)}</p>${guide.better === undefined ? '' : `\n  <p><strong>Lättare, om ni har det:</strong> ${escaped(guide.better)}</p>`}
  <p class="hint"><strong>En gång för hela webbplatsen:</strong> ${escaped(guide.oncePerSite)}</p>
</section>`,
  );
  return `<div class="field"><label for="cms">Webbverktyg</label><select name="cms" id="cms">${options.join('')}</select></div>\n${guides.join('\n')}`;
}

const nameInText = ({ id, name }: CmsGuide): string => (id === 'annat' ? 'ett annat webbverktyg' : escaped(name));

const stepItem = (step: string): string => `<li${step === questionsStep ? ' data-questions-step' : ''}>${escaped(step)}</li>`;

/** An empty place for each shape's code, with when to take it, below what the chosen CMS does to them. */
export const shapeFigures = (): string => [
  ...cmsGuides.map((guide) => `<p data-cms="${guide.id}" hidden>${whatIsKept(guide)}</p>`),
  ...shapes.map((shape) => `<div data-shape="${shape}"><h3>${shapeWords[shape].name}</h3>${codeFigure({ name: shapeWords[shape].name, why: shapeWords[shape].when, code: '' })}<p class="fault" data-unsayable hidden>Det som du har skrivit går inte att säga på det här sättet.</p></div>`),
  `<div data-frame hidden><h3>${frameWords.name}</h3>${codeFigure({ name: frameWords.name, why: frameWords.when, code: '' })}</div>`,
].join('\n');

const inOneSentence = new Intl.ListFormat('sv');

/** Which of the shapes come through in a CMS, and where. */
export const whatIsKept = (guide: CmsGuide): string => `I vanlig text i ${nameInText(guide)} blir ${inOneSentence.format(guide.keeps.map((shape) => shapeWords[shape].inText))} kvar. ${escaped(guide.html)}`;
