import { keptSlot } from '../../src/anchors/anchor.ts';

/** A widget as the WebApp knows it: what stands in its stead, and its settings. */
export interface AppWidget {
  short: string;
  instead: string;
  settings: Readonly<Record<string, AppSetting>>;
}

/** What kind of setting it is, and the largest number that it can be. */
export interface AppSetting {
  kind: 'switch' | 'choice' | 'number' | 'address' | 'text';
  most?: number;
}

export type AppWidgets = Readonly<Record<string, AppWidget>>;

/** What somebody has set in a dialogue, by the field's name. */
export type Values = (field: string) => unknown;

// What runs on Sitevision's server is plain on purpose: its engine for scripts is not the browser's.

/** The widget that the editor chose, with the settings that it has and no other, around the link that is read without it. Empty where none is chosen. */
export function renderWidget(widgets: AppWidgets, module: Values, site: Values): string {
  const tag = text(module('widget'));
  const widget = Object.prototype.hasOwnProperty.call(widgets, tag) ? widgets[tag] : undefined;
  if (!widget) return '';
  const attributes = Object.keys(widget.settings).map((name) => attribute(name, widget.settings[name]!, module(fieldOf(widget, name)), site));
  // A module holds no headings that could be its questions, so they are the municipality's own unless others may be had.
  if (tag === 'kommun-faq' && !attribute('src', widget.settings['src']!, module(fieldOf(widget, 'src')), site) && apiOf(site)) attributes.push(` src="${escape(apiOf(site) + '/faq')}"`);
  const words = escape(text(module('text')) || widget.instead);
  const page = text(module('page'));
  const inside = onSite.test(page) ? `<a href="${escape(page)}">${words}</a>` : words;
  return `<${tag}${attributes.join('')}><p slot="${keptSlot}">${inside}</p></${tag}>`;
}

/** The script that fetches the widgets, from the host that the site has named. Empty where it has named none. */
export function renderLoader(site: Values, nonce: string): string {
  const host = hostOf(site);
  if (!host) return '';
  const phone = text(site('phone'));
  return `<script type="module"${nonce && ` nonce="${escape(nonce)}"`} src="${host}/v1/kommun.js" data-api="${apiOf(site)}"${phone && ` data-phone="${escape(phone)}"`}></script>`;
}

/** The field of a widget's setting in the dialogue. */
export const fieldOf = ({ short }: { short: string }, setting: string): string => `${short}-${setting}`;

/** An address on the site itself; neither the name of another host nor anything that a browser would read as one. */
const onSite = /^\/(?![/\\])[^\s\\]*$/;
const https = /^https:\/\/[a-z0-9.-]+(:\d+)?$/;

function attribute(name: string, { kind, most }: AppSetting, value: unknown, site: Values): string {
  const said = text(value);
  if (kind === 'switch') return value === true || said === 'true' ? ` ${name}` : '';
  if (said === '' || (kind === 'number' && !isNumber(said, most)) || (kind === 'address' && !isAllowed(name, said, site))) return '';
  return ` ${name}="${escape(said)}"`;
}

const isNumber = (said: string, most: number | undefined): boolean => /^[1-9]\d*$/.test(said) && (most === undefined || Number(said) <= most);

/** Where a widget gets things from is the site's to say: an editor can name the site's own pages and the host of the widgets. */
const isAllowed = (name: string, address: string, site: Values): boolean =>
  onSite.test(address) || (hostOf(site) !== '' && address.indexOf(`${hostOf(site)}/`) === 0) || (name === 'contact-href' && /^(mailto|tel):/.test(address));

function hostOf(site: Values): string {
  const named = text(site('host')).replace(/\/+$/, '').toLowerCase();
  return https.test(named) ? named : '';
}

const apiOf = (site: Values): string => hostOf(site) && `${hostOf(site)}/api/v1`;
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());
const escape = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
