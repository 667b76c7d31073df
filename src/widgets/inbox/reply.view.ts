import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { attachmentTypes, replyLimits } from '../../contract/case.values.ts';
import type { Problem } from '../../contract/problem.ts';
import { sizeOf, type SayCase } from './case.text.ts';
import { clockOf } from './inbox.dates.ts';
import type { ReplyFile, ReplyState } from './reply.machine.ts';

export interface ReplyParts {
  state: ReplyState;
  say: SayCase;
  language: string;
  /** A problem in one breath. */
  sentence: (problem: Problem) => string;
  onWrite: (text: string) => void;
  onSend: () => void;
  onChoose: (files: readonly File[]) => void;
  onResume: (file: ReplyFile) => void;
  onRemove: (file: ReplyFile) => void;
}

const accepted = Object.entries(attachmentTypes).flatMap(([type, endings]) => [type, ...endings.map((ending) => `.${ending}`)]).join();
/** From here on it is told how much room is left. */
const nearlyFull = replyLimits.characters * 0.8;

/** Where a message is written and sent, with files. The button can always be pressed; what is missing is said then. */
export function replyView(parts: ReplyParts): TemplateResult {
  const { state, say, onWrite, onSend } = parts;
  const wrong = faultText(parts);
  return html`
    <form class="reply" @submit=${stay} @dragover=${allowDrop} @drop=${(event: DragEvent) => onDrop(event, parts)}>
      <label for="text">${say('reply')}</label>
      ${wrong ? html`<p id="wrong" class="note wrong">${wrong}</p>` : nothing}
      <textarea id="text" rows="5" autocomplete="off" aria-invalid=${wrong && !refusedBy(state) ? 'true' : nothing} aria-describedby=${wrong ? 'wrong public left' : 'public left'}
        .value=${state.text} @input=${({ target }: Event) => onWrite((target as HTMLTextAreaElement).value)} @keydown=${keep}></textarea>
      <p><small id="public">${say('reply.public')}</small> <small id="left" .textContent=${roomText(parts)}></small></p>
      ${filesView(parts)}
      <p class="send"><button type="button" class="primary" @click=${onSend} .textContent=${say(state.at === 'sending' ? 'reply.sending' : 'reply.send')}></button>
        <small .textContent=${draftText(parts)}></small></p>
    </form>`;
}

function filesView(parts: ReplyParts): TemplateResult {
  const { state, say, language, onChoose } = parts;
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    onChoose([...(input.files ?? [])]);
    input.value = '';
  };
  return html`
    <div class="files">
      <label for="files">${say('files')}</label>
      <small id="rules">${say('files.rules', { size: sizeOf(replyLimits.bytes, language), count: replyLimits.files })} ${say('files.drop')}</small>
      <span class="choose"><input id="files" type="file" multiple accept=${accepted} aria-describedby="rules" @change=${onChange}><span class="button" aria-hidden="true">${say('files.choose')}</span></span>
      <ul role="list">${repeat(state.files, ({ key }) => key, (file) => fileView(file, parts))}</ul>
    </div>`;
}

function fileView(file: ReplyFile, { say, language, sentence, onResume, onRemove }: ReplyParts): TemplateResult {
  const { key, name, size, state } = file;
  return html`
    <li data-file=${key}>
      <span><bdi>${name}</bdi> (${sizeOf(size, language)})</span>
      ${state.at === 'sending' ? html`<progress max=${size} .value=${state.sent} aria-label=${say('file.progress', { name })}></progress>` : nothing}
      <span class=${state.at === 'sent' || state.at === 'sending' ? '' : 'wrong'} .textContent=${fileText(file, say, language, sentence)}></span>
      ${state.at === 'stopped' && !state.forGood ? html`<button type="button" @click=${() => onResume(file)}>${say('file.resume')}<span class="unseen">: ${name}</span></button>` : nothing}
      <button type="button" data-remove @click=${() => onRemove(file)}>${say(state.at === 'sending' ? 'file.cancel' : 'file.remove')}<span class="unseen">: ${name}</span></button>
    </li>`;
}

function fileText({ size, state }: ReplyFile, say: SayCase, language: string, sentence: ReplyParts['sentence']): string {
  const limits = { own: sizeOf(size, language), size: sizeOf(replyLimits.bytes, language), count: replyLimits.files };
  switch (state.at) {
    case 'sending': return say('file.sending', { percent: size ? Math.floor((state.sent / size) * 100) : 0 });
    case 'sent': return say('file.sent');
    case 'halfway': return say('file.halfway');
    case 'refused': return say(`file.${state.why}`, limits);
    case 'stopped': return state.forGood ? sentence(state.problem) : `${say('file.stopped')} ${sentence(state.problem)}`;
  }
}

const refusedBy = ({ at }: ReplyState): Problem | undefined => (typeof at === 'object' && 'refused' in at ? at.refused : undefined);

function faultText({ state, say, sentence }: ReplyParts): string {
  const { at } = state;
  const refused = refusedBy(state);
  if (refused) return `${sentence(refused)} ${say('reply.kept')}`;
  return typeof at === 'object' && 'fault' in at ? say(`reply.${at.fault}`, { count: replyLimits.characters }) : '';
}

function roomText({ state: { text }, say }: ReplyParts): string {
  const left = replyLimits.characters - text.length;
  if (text.length < nearlyFull) return '';
  return left < 0 ? say('reply.over', { count: -left }) : say('reply.left', { count: left });
}

function draftText({ state: { draft, savedAt }, say, language }: ReplyParts): string {
  if (draft === 'saving') return say('draft.saving');
  if (draft === 'lost') return say('draft.lost');
  return draft === 'saved' && savedAt ? say('draft.saved', { time: clockOf(savedAt, language) }) : '';
}

function onDrop(event: DragEvent, { onChoose }: ReplyParts): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  onChoose(files);
}

const allowDrop = (event: DragEvent) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};
const stay = (event: Event) => event.preventDefault();
/** The page's own keys would swallow the letters. */
const keep = (event: Event) => event.stopPropagation();
