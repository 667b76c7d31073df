import type { EditorWidget, Setting } from '../../cms/editor-widgets.ts';
import { advice, fault, type Finding } from './finding.ts';
import { nearestName } from './nearest-name.ts';
import { settingFault } from './setting-fault.ts';
import type { WrittenWidget } from './written-widgets.ts';

/** Values that a link, a quotation or a text code means no by. */
const no = /^(false|nej|no|0|off|av)$/i;

/** What is wrong with the settings that are written on a widget. `sites` are as for `checkWidgets`. */
export function checkSettings(written: WrittenWidget, { settings }: EditorWidget, sites: readonly string[] | undefined): Finding[] {
  const own = written.settings.filter(([name, value]) => name !== 'lang' && name !== 'api' && (written.shape === 'tag' || !no.test(value)));
  return [...own.flatMap(([name, value]) => checkSetting(written, name, value, settings, sites)), ...missingIn(written.tag, own, settings)];
}

function missingIn(tag: string, written: WrittenWidget['settings'], settings: readonly Setting[]): Finding[] {
  const given = new Set(written.filter(([, value]) => value.trim() !== '').map(([name]) => name));
  const needed = new Set(settings.filter(({ name }) => written.some(([one]) => one === name)).map(({ needs }) => needs));
  const missing = settings.filter(({ name, isNeeded }) => !given.has(name) && (isNeeded || needed.has(name)));
  return missing.map(({ name, label, example }) => fault('setting-missing', `${tag} saknar ${name} (${label}), och fungerar inte utan.`, example ? `Skriv till exempel ${name}="${example}".` : `Skriv ${name}.`));
}

function checkSetting({ tag, shape }: WrittenWidget, name: string, value: string, settings: readonly Setting[], sites: readonly string[] | undefined): Finding[] {
  const setting = settings.find((one) => one.name === name);
  if (!setting) return [unknownSetting(tag, name, settings.map((one) => one.name))];
  if (shape === 'tag' && setting.kind === 'switch' && no.test(value)) return [fault('setting-wrong', `${name}="${value}" betyder ändå ja i en tagg.`, `Ta bort ${name} helt, så är det av.`)];
  const options = Object.keys(setting.options ?? {});
  if (options.length > 0 && !options.includes(value)) return [fault('setting-wrong', `${name}="${value}" går inte att använda i ${tag}.`, `Skriv ett av ${options.join(', ')}.`)];
  const wrong = value === '' || leadsOn(setting, value) ? undefined : settingFault(setting, value, sites);
  return wrong === undefined ? [] : [fault('setting-wrong', `${name}="${value}" går inte att använda i ${tag}.`, wrong)];
}

/** What is like no setting was hardly meant for one: frameworks and editors put marks of their own on what they handle. */
function unknownSetting(tag: string, name: string, names: readonly string[]): Finding {
  const nearest = nearestName(name, names);
  const what = `${tag} har inget som heter ${name}.`;
  return nearest ? fault('setting-unknown', what, `Menar du ${nearest}? Rätta namnet.`) : advice('setting-unknown', what, `Det som går att ange är ${names.join(', ')}.`);
}

/** A link may well be written from where its page lies; what a widget fetches may not, since pages are moved. */
const leadsOn = ({ kind, name }: Setting, value: string): boolean => kind === 'address' && name !== 'src' && /^(?!www\.)[\w.#?-][^\s:\\]*$/.test(value.trim());
