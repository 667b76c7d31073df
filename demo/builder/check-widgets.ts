import { editorWidgets, type EditorWidget } from '../../cms/editor-widgets.ts';
import { checkSettings } from './check-settings.ts';
import { advice, fault, type Finding } from './finding.ts';
import { widgetMeantBy, withoutStart } from './meant-widget.ts';
import type { WrittenWidget } from './written-widgets.ts';

const comments = '.comment,.comments,#comments,.comment-content,[rel~=ugc]';

/** What is wrong with each widget that is written on the page. `sites` are the origins that an address in it may lead to; absent where they are not known. */
export function checkWidgets(written: readonly WrittenWidget[], sites: readonly string[] | undefined): Finding[] {
  return written.flatMap((one) => checkWidget(one, sites));
}

function checkWidget(written: WrittenWidget, sites: readonly string[] | undefined): Finding[] {
  const { tag, unread } = written;
  if (unread === 'left-alone') return [outOfPlace(written)];
  const widget = editorWidgets().find((one) => one.tag === tag);
  if (!widget) return [unknownWidget(tag)];
  if (unread === 'unclosed') return [fault('widget-as-text', `Textkoden för ${tag} har inget slut, så den visas som text.`, 'Skriv ] sist, på samma rad och utan fetstil eller annat format i koden.')];
  return [...checkContent(written, widget), ...checkSettings(written, widget, sites)];
}

function outOfPlace({ element, tag }: WrittenWidget): Finding {
  if (element.closest(comments) || element.querySelector('[rel~=ugc]')) return fault('widget-in-comment', `${tag} står bland besökarnas kommentarer. Där blir inget en widget.`, 'Flytta den till sidans egen text.');
  if (element.closest('pre,code,kbd,samp')) return fault('widget-as-text', `${tag} står som ett kodexempel, och visas som text.`, 'Ta bort formatet för kod, eller lägg in widgeten som en länk.');
  if (element.closest('[contenteditable]')) return fault('widget-in-editor', `${tag} står i ett fält som går att skriva i. Där blir inget en widget.`, 'Flytta den till sidans egen text.');
  if (element.closest('nav,[role=navigation]')) return fault('widget-out-of-place', `${tag} står i en meny. Där blir ingen länk en widget.`, 'Flytta den till sidans egen text.');
  return fault('widget-out-of-place', `${tag} står i en länk, en knapp eller ett fält. Där blir inget en widget.`, 'Flytta den till en egen rad i texten.');
}

function unknownWidget(tag: string): Finding {
  const meant = widgetMeantBy(withoutStart(tag));
  return fault('widget-unknown', `Det finns ingen widget som heter ${tag}.`, meant ? `Menar du ${meant}? Rätta namnet.` : `De som finns är ${editorWidgets().map((one) => one.tag).join(', ')}.`);
}

function checkContent({ element, shape, settings }: WrittenWidget, { tag }: EditorWidget): Finding[] {
  if (shape === 'code' || element.textContent?.trim() || element.querySelector('img,svg')) return [];
  if (shape === 'tag' && tag === 'kommun-faq' && !settings.some(([setting]) => setting === 'src')) return [fault('widget-empty', 'kommun-faq är tom, så det finns inga frågor att visa.', 'Skriv frågorna som rubriker i taggen, eller lägg in en länk i stället. Webbverktyget kan ha flyttat ut dem eller tagit bort dem.')];
  const place = { tag: 'taggen', mark: 'länken eller citatet' }[shape];
  return [advice('widget-empty', `${tag} är tom. Den som saknar JavaScript ser ingenting.`, `Skriv i ${place} hur besökaren når er på annat sätt, till exempel ett telefonnummer. Många webbverktyg tar dessutom bort det som är tomt.`)];
}
