import { editorWidgets, type EditorWidget, type Setting } from '../../cms/editor-widgets.ts';
import { advice, fault, type Finding } from './finding.ts';
import { nearestName } from './nearest-name.ts';
import { settingFault } from './setting-fault.ts';
import type { WrittenWidget } from './written-widgets.ts';

/** What belongs in the site's template, and has settings that no editor sees. */
const ofTheTemplate = ['kommun-portal', 'kommun-unread-badge'];

const comments = '.comment,.comments,#comments,.comment-content,[rel~=ugc]';

/** What is wrong with each widget that is written on the page. `sites` are the origins that an address in it may lead to. */
export function checkWidgets(written: readonly WrittenWidget[], sites: readonly string[]): Finding[] {
  return written.flatMap((one) => checkWidget(one, sites));
}

function checkWidget(written: WrittenWidget, sites: readonly string[]): Finding[] {
  const { tag, leftAlone } = written;
  if (leftAlone) return [outOfPlace(written)];
  if (ofTheTemplate.includes(tag) && written.isTag) return [];
  const widget = editorWidgets().find((one) => one.tag === tag);
  if (!widget) return [unknownWidget(tag)];
  return [...checkContent(written, widget), ...checkSettings(written, widget, sites)];
}

function outOfPlace({ element, tag }: WrittenWidget): Finding {
  if (element.closest(comments) || element.querySelector('[rel~=ugc]')) return fault('widget-in-comment', `${tag} står bland besökarnas kommentarer. Där blir inget en widget.`, 'Flytta den till sidans egen text.');
  if (element.closest('pre,code,kbd,samp')) return fault('widget-as-text', `${tag} står som ett kodexempel, och visas som text.`, 'Ta bort formatet för kod, eller lägg in widgeten som en länk.');
  return fault('widget-out-of-place', `${tag} står i en länk, en knapp eller ett fält. Där blir inget en widget.`, 'Flytta den till en egen rad i texten.');
}

function unknownWidget(tag: string): Finding {
  const names = editorWidgets().map((one) => one.tag);
  const nearest = nearestName(tag, names);
  return fault('widget-unknown', `Det finns ingen widget som heter ${tag}.`, nearest ? `Menar du ${nearest}? Rätta namnet.` : `De som finns är ${names.join(', ')}.`);
}

function checkContent({ element, isTag, settings }: WrittenWidget, { tag, name }: EditorWidget): Finding[] {
  if (!isTag || element.textContent?.trim() || element.querySelector('img,svg')) return [];
  if (tag === 'kommun-faq' && !settings.some(([setting]) => setting === 'src')) return [fault('widget-empty', 'kommun-faq är tom, så det finns inga frågor att visa.', 'Skriv frågorna som rubriker i taggen, eller lägg in en länk i stället. Webbverktyget kan ha flyttat ut dem eller tagit bort dem.')];
  return [advice('widget-empty', `${tag} är tom. Den som saknar JavaScript ser ingenting.`, `Skriv i taggen vad som gäller utan ${name}, till exempel ett telefonnummer. Många webbverktyg tar dessutom bort tomma taggar.`)];
}

function checkSettings({ settings: written, tag }: WrittenWidget, { settings }: EditorWidget, sites: readonly string[]): Finding[] {
  const given = new Set(written.filter(([, value]) => value.trim() !== '').map(([name]) => name));
  const needed = new Set(settings.filter(({ name }) => written.some(([one]) => one === name)).map(({ needs }) => needs));
  const missing = settings.filter(({ name, isNeeded }) => !given.has(name) && (isNeeded || needed.has(name)));
  return [
    ...written.filter(([name]) => name !== 'lang' && name !== 'api').flatMap(([name, value]) => checkSetting(tag, name, value, settings, sites)),
    ...missing.map(({ name, label, example }) => fault('setting-missing', `${tag} saknar ${name} (${label}), och fungerar inte utan.`, example ? `Skriv till exempel ${name}="${example}".` : `Skriv ${name}.`)),
  ];
}

function checkSetting(tag: string, name: string, value: string, settings: readonly Setting[], sites: readonly string[]): Finding[] {
  const setting = settings.find((one) => one.name === name);
  if (!setting) {
    const names = settings.map((one) => one.name);
    const nearest = nearestName(name, names);
    return [fault('setting-unknown', `${tag} har inget som heter ${name}.`, nearest ? `Menar du ${nearest}? Rätta namnet.` : `Det som går att ange är ${names.join(', ')}.`)];
  }
  const options = Object.keys(setting.options ?? {});
  if (options.length > 0 && !options.includes(value)) return [fault('setting-wrong', `${name}="${value}" går inte att använda i ${tag}.`, `Skriv ett av ${options.join(', ')}.`)];
  const wrong = value === '' ? undefined : settingFault(setting, value, sites);
  return wrong === undefined ? [] : [fault('setting-wrong', `${name}="${value}" går inte att använda i ${tag}.`, wrong)];
}
