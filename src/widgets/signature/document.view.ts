import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentBlock, SignedDocument } from '../../contract/signing.ts';
import type { Frame } from './signature.frame.ts';

/** So much of the checksum as the e-ID's app shows. */
const shownDigits = 16;

/** What is signed, in full and as text alone, in its own language. `open` for whoever is about to sign it. */
export function documentView(document: SignedDocument, open: boolean, frame: Frame): TemplateResult {
  const { say, language } = frame;
  const paper = html`
    <article class="paper" lang=${document.language} aria-label=${document.title}>${document.blocks.map(blockView)}</article>
    <p class="small">${say('document.version', { number: document.version })}. ${say('document.check', { code: document.hash.slice(0, shownDigits) })}</p>
    ${document.language === language ? nothing : html`<p class="small">${say('document.language')}</p>`}`;
  if (!open) return html`<details><summary>${say('document.show')}</summary>${paper}</details>`;
  return html`<section aria-labelledby="document">${frame.subheading(say('document'), 'document')}${paper}</section>`;
}

function blockView({ kind, text, rows }: DocumentBlock): TemplateResult {
  const words = kind === 'heading' || kind === 'facts' ? html`<p class="block-title">${text}</p>` : html`<p class=${kind === 'statement' ? 'statement' : 'written'}>${text}</p>`;
  return html`
    ${text ? words : nothing}
    ${rows?.length ? html`<dl>${rows.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>` : nothing}`;
}
